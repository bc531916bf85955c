// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.SignInHint;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.wire.SignedReceipt;
import tools.jackson.databind.JsonNode;

/** Walks a trial file once and notes everything that is wrong with it. */
final class TrialReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int SCHEMA = 1;
    private static final int MAX_DAYS = 36_500;

    private final List<Mistake> mistakes;
    private final String json;

    TrialReader(List<Mistake> mistakes, String json) {
        this.mistakes = mistakes;
        this.json = json;
    }

    @Nullable
    Trial read(JsonNode node) {
        JsonSpot root = new JsonSpot(node, null, "$", mistakes);
        if (!root.isObject()) {
            return null;
        }
        int schema = schema(root.at("schema"));
        if (schema > SCHEMA) {
            return null;
        }
        List<Imaging> imaging = list(root.at("imaging"), new ImagingReader()::imaging, Imaging::id);
        List<Visit> visits = list(root.at("visits"), spot -> visit(spot, imaging), Visit::id);
        if (node.path("visits").isEmpty()) {
            root.at("visits").mistake("must name at least one visit");
        }
        return new Trial(
                schema,
                trialInfo(root.at("trial")),
                site(root.at("site")),
                destination(root.at("destination")),
                new DeidentificationReader().read(root.at("deidentification")),
                visits,
                imaging,
                list(root.at("subjects"), spot -> subject(spot, visits), Subject::id),
                new FormReader().read(root.at("form")),
                json);
    }

    private static int schema(JsonSpot spot) {
        if (!spot.isThere()) {
            spot.mistake("is missing");
            return SCHEMA;
        }
        int schema = spot.integer(1, Integer.MAX_VALUE).orElse(SCHEMA);
        if (schema > SCHEMA) {
            spot.mistake("is " + schema + "; this version of the program reads " + SCHEMA + " and must be updated");
        }
        return schema;
    }

    private static TrialInfo trialInfo(JsonSpot spot) {
        if (!spot.isObject()) {
            return new TrialInfo("", "", "", "");
        }
        String id = id(spot.at("id"));
        String name = spot.at("name").text();
        return new TrialInfo(
                id,
                name.isEmpty() ? id : name,
                spot.at("sponsor").text(),
                spot.at("coordinatingCenter").text());
    }

    private static Site site(JsonSpot spot) {
        if (!spot.isObject()) {
            return new Site("", "", java.time.ZoneOffset.UTC);
        }
        return new Site(
                id(spot.at("id")), spot.at("name").text(), spot.at("timeZone").timeZone());
    }

    private static DestinationSpec destination(JsonSpot spot) {
        if (!spot.isObject()) {
            return new DestinationSpec(DestinationSpec.Type.TUS, JsonSpot.NOWHERE, null, DestinationSpec.SignIn.NONE);
        }
        JsonSpot typeSpot = spot.at("type");
        if (!typeSpot.isThere()) {
            typeSpot.mistake("is missing");
        }
        DestinationSpec.Type type = typeSpot.oneOf(DestinationSpec.Type.class, DestinationSpec.Type.TUS);
        URI url = type == DestinationSpec.Type.FOLDER
                ? folder(spot.at("url"))
                : spot.at("url").url();
        JsonSpot api = spot.at("api");
        return new DestinationSpec(
                type,
                url,
                api.isThere() ? api.url() : null,
                signIn(spot.at("auth")),
                receiverKey(spot.at("receiverKey")));
    }

    private static @Nullable String receiverKey(JsonSpot spot) {
        String key = spot.text();
        if (!key.isEmpty() && !SignedReceipt.isKey(key)) {
            spot.mistake("must be an Ed25519 key (Base64 of the X.509 SubjectPublicKeyInfo)");
        }
        return key.isEmpty() ? null : key;
    }

    private static URI folder(JsonSpot spot) {
        String text = spot.needed();
        if (text.isEmpty()) {
            return JsonSpot.NOWHERE;
        }
        try {
            Path path = text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text);
            if (path.isAbsolute()) {
                return path.toUri();
            }
        } catch (IllegalArgumentException e) {
            spot.mistake("is no folder: " + JsonSpot.quoted(text));
            return JsonSpot.NOWHERE;
        }
        spot.mistake("must be the whole path of a folder, but is " + JsonSpot.quoted(text));
        return JsonSpot.NOWHERE;
    }

    private static DestinationSpec.SignIn signIn(JsonSpot spot) {
        if (!spot.isThere() || !spot.isObject()) {
            return DestinationSpec.SignIn.NONE;
        }
        DestinationSpec.Kind kind = spot.at("type").oneOf(DestinationSpec.Kind.class, DestinationSpec.Kind.NONE);
        boolean issued = kind == DestinationSpec.Kind.DEVICE_CODE || kind == DestinationSpec.Kind.CLIENT_CREDENTIALS;
        String client = spot.at("clientId").text();
        return new DestinationSpec.SignIn(
                kind,
                issued ? spot.at("issuer").url() : null,
                issued && client.isBlank() ? SignInHint.CLIENT : client,
                spot.at("scope").text());
    }

    private static Visit visit(JsonSpot spot, List<Imaging> imaging) {
        String id = id(spot.at("id"));
        String name = spot.at("name").text();
        OptionalInt day = spot.at("day").integer(-MAX_DAYS, MAX_DAYS);
        int before = spot.at("before").integer(0, MAX_DAYS).orElse(0);
        int after = spot.at("after").integer(0, MAX_DAYS).orElse(0);
        if (!spot.at("day").isThere() && before + after > 0) {
            spot.at("day").mistake("is missing, although the visit has a window");
        }
        List<String> requires = new ArrayList<>();
        for (JsonSpot each : spot.at("requires").items()) {
            String required = each.needed();
            if (requires.contains(required)) {
                each.mistake("is named twice: " + JsonSpot.quoted(required));
            } else if (!required.isEmpty()
                    && imaging.stream().noneMatch(it -> it.id().equals(required))) {
                each.mistake("is not defined below $.imaging: " + JsonSpot.quoted(required));
            }
            requires.add(required);
        }
        return new Visit(id, name.isEmpty() ? id : name, day, before, after, requires);
    }

    private static Subject subject(JsonSpot spot, List<Visit> visits) {
        String sex = spot.at("sex").text();
        if (!Set.of("", "M", "F", "O").contains(sex)) {
            spot.at("sex").mistake("must be M, F or O, but is " + JsonSpot.quoted(sex));
        }
        Map<String, SubjectVisit> known = new LinkedHashMap<>();
        spot.at("visits").fields().forEach((visit, where) -> {
            if (visits.stream().noneMatch(it -> it.id().equals(visit))) {
                where.mistake("is not a visit of $.visits: " + JsonSpot.quoted(visit));
            }
            if (where.isObject()) {
                known.put(
                        visit,
                        new SubjectVisit(
                                where.at("status").oneOf(SubjectVisit.Status.class, SubjectVisit.Status.EXPECTED),
                                where.at("reason").text(),
                                where.at("planned").date()));
            }
        });
        return new Subject(
                id(spot.at("id")),
                sex,
                spot.at("birthYear").integer(1850, 2200),
                spot.at("day0").date(),
                known);
    }

    /** Ids become part of file names and DICOM values (LO), so they are short and plain. */
    static String id(JsonSpot spot) {
        String id = spot.needed();
        if (!id.isEmpty() && !isId(id)) {
            spot.mistake("may hold letters, digits, dot, hyphen and underscore only, up to 64, but is "
                    + JsonSpot.quoted(id));
        }
        return id;
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The objects of a list, with their ids checked to be different. */
    static <T> List<T> list(JsonSpot spot, Function<JsonSpot, T> reader, Function<T, String> id) {
        List<T> list = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonSpot item : spot.items()) {
            if (item.isObject()) {
                T value = reader.apply(item);
                if (!id.apply(value).isEmpty() && !seen.add(id.apply(value))) {
                    item.at("id").mistake("is used twice: " + JsonSpot.quoted(id.apply(value)));
                }
                list.add(value);
            }
        }
        return list;
    }
}
