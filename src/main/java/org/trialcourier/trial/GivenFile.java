// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.problem.ProblemException;

/** Reads a file that a person named, which may be anything. */
final class GivenFile {
    private GivenFile() {}

    /**
     * The whole content.
     *
     * @param most bytes; what is larger is a mistake of the file as a whole
     * @param root how that whole is called in a mistake
     * @throws ProblemException with {@link Problem.Unreadable}, which says why, or {@link Problem.BadFile}
     */
    static byte[] read(Path file, int most, String root) throws ProblemException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreadable(file.toString(), why(file, e)), e);
        }
        if (content.length > most) {
            throw new ProblemException(new Problem.BadFile(
                    file.toString(),
                    List.of(new Mistake(root, "is larger than " + (most >> 20) + " MiB, too large for such a file"))));
        }
        return content;
    }

    private static String why(Path file, IOException e) {
        if (Files.isDirectory(file)) {
            return "why.is-folder";
        }
        return switch (e) {
            case NoSuchFileException missing -> "why.no-file";
            case AccessDeniedException denied -> "why.not-allowed";
            default -> e.getClass().getSimpleName();
        };
    }
}
