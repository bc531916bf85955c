// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;
import org.trialcourier.submit.TrialRules;
import org.trialcourier.trial.DestinationSpec;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.trial.TrialLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The embedded receiver alone, on the loopback interface, until the process is ended. */
@Command(name = "receiver", description = "Runs the embedded receiver on this computer's loopback interface.")
final class ReceiverCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--port",
            required = true,
            paramLabel = "N",
            converter = Port.class,
            description = "The port; 0 for any free one.")
    private int port;

    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "Where submissions are stored.")
    private Path folder = Path.of(".");

    @Option(names = "--trial", paramLabel = "FILE", description = "A trial file to offer; may be given several times.")
    private List<Path> trials = List.of();

    ReceiverCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Console console = session.console();
        List<String> offered = new ArrayList<>();
        for (Path trial : trials) {
            offered.add(TrialFile.read(trial, TrialRules::mistakes).id());
        }
        ReceiverOptions options =
                new ReceiverOptions(port, folder.toAbsolutePath(), trials, Clock.system(ZoneId.systemDefault()));
        try (Receiver receiver = Receiver.start(options)) {
            console.print(console.words().say("cli.receiver.tus", receiver.tusUrl()));
            console.print(console.words().say("cli.receiver.api", receiver.apiUrl()));
            console.print(console.words().say("cli.receiver.key", receiver.key()));
            for (String trial : offered) {
                TrialLink join = new TrialLink(receiver.apiUrl(), trial, DestinationSpec.SignIn.NONE);
                console.print(console.words().say("cli.receiver.join", trial, join.address(), join.link()));
            }
            new CountDownLatch(1).await();
        }
        return ExitCode.DONE;
    }

    /** A number that a port can have. */
    static final class Port implements ITypeConverter<Integer> {
        private static final int LARGEST = 65_535;

        @Override
        public Integer convert(String text) {
            if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= LARGEST) {
                return Integer.valueOf(text);
            }
            throw new TypeConversionException(
                    text + " is no port: give a number from 1 to 65535, or 0 for any free one");
        }
    }
}
