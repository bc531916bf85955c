// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.wire.QueryAnswer;
import org.trialcourier.wire.Refusal;
import org.trialcourier.wire.SubmissionStatus;
import org.trialcourier.wire.WireJson;

/** The Submission API: small JSON beside the uploads. */
final class ApiServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final Pattern TRIAL = Pattern.compile("/trials/([^/]+)");
    private static final Pattern SUBMISSION = Pattern.compile("/submissions/([0-9a-fA-F-]{36})(/complete|/answers)?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_BODY = 4 << 20;

    private final transient TrialShelf trials;
    private final transient SubmissionShelf submissions;

    ApiServlet(TrialShelf trials, SubmissionShelf submissions) {
        this.trials = trials;
        this.submissions = submissions;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        String method = request.getMethod();
        Matcher trial = TRIAL.matcher(path);
        Matcher submission = SUBMISSION.matcher(path);
        if (path.equals("/trials") && method.equals("GET")) {
            send(
                    response,
                    200,
                    trials.offers().stream().map(TrialShelf.Offer::summary).toList());
        } else if (path.equals("/openapi.json") && method.equals("GET")) {
            sendJson(response, 200, WireJson.description());
        } else if (trial.matches() && method.equals("GET")) {
            trial(URLDecoder.decode(trial.group(1), StandardCharsets.UTF_8), request, response);
        } else if (submission.matches()) {
            String about =
                    submission.group(2) == null ? "" : submission.group(2).substring(1);
            try {
                submission(UUID.fromString(submission.group(1)), about, request, response);
            } catch (IOException e) {
                LOG.warn("What was said about a submission could not be stored", e);
                refuse(
                        response,
                        INSUFFICIENT_STORAGE,
                        "This cannot be stored now; the disk may be full. Nothing of it was taken.");
            }
        } else {
            refuse(response, 404, "There is nothing at this address.");
        }
    }

    private void trial(String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<TrialShelf.Offer> offer = trials.find(id);
        if (offer.isEmpty()) {
            refuse(response, 404, "There is no such trial.");
            return;
        }
        response.setHeader("ETag", offer.get().tag());
        response.setHeader("Cache-Control", "no-cache");
        if (offer.get().tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(304);
        } else {
            sendJson(response, 200, offer.get().json().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void submission(UUID id, String about, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch ((about + " " + request.getMethod()).strip()) {
            case "PUT" -> announce(id, request, response);
            case "answers POST" -> take(id, request, response);
            case "complete POST" -> answer(response, 202, submissions.complete(id));
            case "GET" -> answer(response, 200, submissions.find(id));
            case "DELETE" -> {
                if (submissions.cancel(id)) {
                    response.setStatus(204);
                } else {
                    refuse(response, 409, "This submission has been handed over and cannot be cancelled.");
                }
            }
            default -> refuse(response, 405, "This address does not know that method.");
        }
    }

    private void announce(UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Announcement announcement;
        try {
            announcement = WireJson.read(body(request), Announcement.class);
        } catch (IllegalArgumentException e) {
            refuse(response, 400, "The announcement cannot be read: " + e.getMessage());
            return;
        }
        if (!id.equals(announcement.submission()) || !isSound(announcement)) {
            refuse(response, 422, "The announcement contradicts itself.");
            return;
        }
        Optional<SubmissionStatus> status = submissions.announce(announcement);
        if (status.isPresent()) {
            send(response, 200, status.get());
        } else {
            refuse(response, 409, "Another submission was announced under this id.");
        }
    }

    private void take(UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        QueryAnswer given;
        try {
            given = WireJson.read(body(request), QueryAnswer.class);
        } catch (IllegalArgumentException e) {
            refuse(response, 400, "The answer cannot be read: " + e.getMessage());
            return;
        }
        if (given.text().isBlank() || given.who().isBlank()) {
            refuse(response, 422, "An answer needs words and somebody who gave them.");
            return;
        }
        answer(response, 200, submissions.answer(id, given));
    }

    private static boolean isSound(Announcement announcement) {
        List<PartInfo> parts = announcement.parts();
        for (int i = 0; i < parts.size(); i++) {
            PartInfo part = parts.get(i);
            if (part.number() != i + 1
                    || part.size() < 0
                    || !BagLayout.partName(i + 1).equals(part.fileName())
                    || !HASH.matcher(part.sha256()).matches()) {
                return false;
            }
        }
        return !parts.isEmpty()
                && announcement.instances() >= 0
                && announcement.payloadBytes() >= 0
                && announcement.payloadFiles() >= announcement.instances()
                && HASH.matcher(announcement.manifestSha256()).matches();
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream()) {
            return in.readNBytes(MAX_BODY);
        }
    }

    private static void answer(HttpServletResponse response, int code, Optional<SubmissionStatus> status)
            throws IOException {
        if (status.isPresent()) {
            send(response, code, status.get());
        } else {
            refuse(response, 404, "There is no such submission.");
        }
    }

    private static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        send(response, status, new Refusal(status, message));
    }

    private static void send(HttpServletResponse response, int status, Object message) throws IOException {
        sendJson(response, status, WireJson.write(message));
    }

    private static void sendJson(HttpServletResponse response, int status, byte[] json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
