// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.trialcourier.app.Faults;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The terminal: results on standard output, everything else on standard error, both in UTF-8. */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private Words words;

    /** A console on two streams. */
    public Console(PrintStream out, PrintStream err, Words words) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.words = words;
    }

    Words words() {
        return words;
    }

    /** Speaks another language from here on; JSON is the same in all of them. */
    void speak(Words chosen) {
        words = chosen;
    }

    /** One line of the result. */
    void print(String line) {
        out.println(line);
    }

    /** Text of the result as it is. */
    void printRaw(String text) {
        out.print(text);
        out.flush();
    }

    /** The one JSON document of a command with {@code --json}. */
    void json(Object document) {
        out.println(Json.MAPPER.writeValueAsString(document));
    }

    /** A line for the person that is no result. */
    void say(String line) {
        err.println(line);
    }

    /** A problem, in its sentences. */
    void problem(Problem problem) {
        words.of(problem).lines().stream().filter(line -> !line.isBlank()).forEach(err::println);
    }

    /** What ended a command too early: a sentence for the person, the exit code for the caller. */
    int failure(Exception failure) {
        if (failure instanceof ProblemException expected) {
            problem(expected.problem());
            return ExitCode.of(expected.problem());
        }
        if (failure instanceof InterruptedException) {
            err.println(words.say("cli.stopped"));
            return ExitCode.FAILED;
        }
        Problem unexpected = Faults.report(failure);
        problem(unexpected);
        return ExitCode.of(unexpected);
    }

    PrintStream err() {
        return err;
    }

    PrintStream out() {
        return out;
    }

    /** Made when first asked for: the window never asks. */
    private static final class Json {
        private static final JsonMapper MAPPER =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }
}
