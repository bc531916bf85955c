// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trialcourier.connect.AuthorityFile;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.DurableFiles;
import org.trialcourier.work.Sha256;

/**
 * The authorities that are trusted besides those of the system. What a person chooses is copied into the data folder, so
 * that the stick it came on may go. The copy is called after its content: another choice is another setting, which the
 * audit trail tells and open connections heed.
 */
public final class AddedAuthorities {
    private static final String NAME = "certificate-authorities-";
    private static final String ENDING = ".pem";

    private final App app;

    /** Those that {@code app} trusts. */
    public AddedAuthorities(App app) {
        this.app = app;
    }

    /** What they call themselves; empty where only those of the system are trusted. */
    public List<String> names() throws ProblemException {
        String kept = app.settings().certificateAuthorities();
        return kept.isBlank() ? List.of() : AuthorityFile.read(Path.of(kept)).names();
    }

    /** Trusts those in this file, and of the added ones no others. */
    public void choose(Path file) throws ProblemException {
        AuthorityFile read = AuthorityFile.read(file);
        if (read.certificates().isEmpty()) {
            throw new ProblemException(new Problem.Unreadable(file.toString(), "why.no-certificate"));
        }
        byte[] pem = read.pem();
        Path copy = home().resolve(NAME + Sha256.hex(pem).substring(0, 12) + ENDING);
        try {
            DurableFiles.replacePrivately(copy, pem);
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(copy.toString(), String.valueOf(e.getMessage())), e);
        }
        keep(copy.toString());
    }

    /** Trusts only those of the system. */
    public void forget() throws ProblemException {
        keep("");
    }

    private void keep(String kept) throws ProblemException {
        app.change(settings -> settings.withCertificateAuthorities(kept));
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(home(), NAME + "*" + ENDING)) {
            for (Path copy : copies) {
                if (!copy.toString().equals(kept)) {
                    Files.delete(copy);
                }
            }
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(home().toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private Path home() {
        return app.folder().home();
    }
}
