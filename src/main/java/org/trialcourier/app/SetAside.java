// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/** Stores that were damaged and set aside under another name: they are told of for as long as they lie there. */
final class SetAside {
    /** What stands beside a database is no store of its own. */
    private static final List<String> COMPANIONS = List.of("-wal", "-shm", ".anchor");

    private SetAside() {}

    /** One problem each. */
    static List<Problem> in(Path home) throws ProblemException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name ->
                            name.contains(".damaged-") && COMPANIONS.stream().noneMatch(name::endsWith))
                    .sorted()
                    .<Problem>map(Problem.StoreDamaged::new)
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreadable(home.toString(), String.valueOf(e.getMessage())), e);
        }
    }
}
