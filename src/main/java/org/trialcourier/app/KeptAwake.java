// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.queue.run.Wakefulness;

/**
 * Keeps the computer awake through a small program of the operating system that ends when its input does, so that it
 * never outlives this process: systemd-inhibit on Linux, caffeinate on macOS, a line of PowerShell on Windows. It holds
 * back only sleep for want of use.
 */
final class KeptAwake implements Wakefulness {
    private static final Logger LOG = LoggerFactory.getLogger(KeptAwake.class);

    private final List<String> command;
    private boolean missing;

    KeptAwake(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** The way of this operating system, by the name that Java gives it. */
    static KeptAwake on(String system) {
        if (system.startsWith("Windows")) {
            return new KeptAwake(List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", """
                $k = Add-Type -PassThru -Name Awake -MemberDefinition '[DllImport("kernel32.dll")]
                public static extern uint SetThreadExecutionState(uint flags);'
                [void]$k::SetThreadExecutionState([uint32]"0x80000001"); [void][Console]::In.ReadLine()\
                """));
        }
        if (system.startsWith("Mac")) {
            return new KeptAwake(List.of("caffeinate", "-i", "cat"));
        }
        return new KeptAwake(List.of(
                "systemd-inhibit",
                "--what=idle:sleep",
                "--mode=block",
                "--who=TrialCourier",
                "--why=Images of a trial are being sent",
                "cat"));
    }

    @Override
    public synchronized Hold hold() {
        if (missing) {
            return () -> {};
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return () -> end(process);
        } catch (IOException e) {
            missing = true;
            LOG.info("This computer may fall asleep while it sends: {} is not there", command.getFirst());
            return () -> {};
        }
    }

    private static void end(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            LOG.debug("It had ended before", gone);
        }
        process.destroy();
    }
}
