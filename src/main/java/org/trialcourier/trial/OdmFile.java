// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.problem.ProblemException;

/**
 * Reads subjects and visits from a CDISC ODM-XML 1.3 export of an EDC system: study events from the metadata, subjects
 * with their sex, year of birth and first day from the clinical data. Items are recognised by name, because every EDC
 * numbers them differently. External entities and document types are not read.
 */
public final class OdmFile {
    private static final int MAX_BYTES = 256 << 20;

    /** What tells elements of one name apart. */
    private static final List<String> KEYS = List.of("SubjectKey", "StudyEventOID", "ItemOID", "OID");

    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, String> events = new LinkedHashMap<>();
    private final Map<String, String> itemNames = new HashMap<>();
    private final Map<String, Found> subjects = new LinkedHashMap<>();
    private final Deque<String> path = new ArrayDeque<>();

    /** What was found of one subject so far. */
    private static final class Found {
        private String sex = "";
        private OptionalInt birthYear = OptionalInt.empty();
        private @Nullable LocalDate day0;
        private final Map<String, FoundVisit> visits = new LinkedHashMap<>();
    }

    /** What was found of one visit of a subject so far. */
    private static final class FoundVisit {
        private @Nullable LocalDate planned;
        private boolean notDone;
        private String reason = "";
    }

    private final ZoneId site;
    private final StringBuilder typed = new StringBuilder();

    /** The item whose value stands between its tags, as in {@code ItemDataDate}; else empty. */
    private String typedItem = "";

    private String event = "";

    private @Nullable Found current;

    private OdmFile(ZoneId site) {
        this.site = site;
    }

    /**
     * What an export holds.
     *
     * @param visits id (OID) and name of each study event, in the order of the metadata
     * @param subjects with the visits, by OID, that have a planned day or were not done; what was imaged is not in an
     *     EDC export
     */
    public record Roster(Map<String, String> visits, List<Subject> subjects) {
        public Roster {
            subjects = List.copyOf(subjects);
        }

        /**
         * The subjects with the visits of a trial: an event is the visit that has its OID, with or without a prefix such
         * as {@code SE.}, or its name. Other events are none of imaging's business.
         */
        public List<Subject> subjects(Trial trial) {
            return subjects.stream()
                    .map(subject -> {
                        Map<String, SubjectVisit> own = new LinkedHashMap<>();
                        subject.visits()
                                .forEach((oid, visit) -> visitId(trial, oid).ifPresent(id -> own.put(id, visit)));
                        return new Subject(subject.id(), subject.sex(), subject.birthYear(), subject.day0(), own);
                    })
                    .toList();
        }

        private Optional<String> visitId(Trial trial, String oid) {
            String bare = oid.substring(oid.lastIndexOf('.') + 1);
            String name = visits.getOrDefault(oid, "");
            return trial.visits().stream()
                    .filter(visit -> visit.id().equals(oid)
                            || visit.id().equals(bare)
                            || visit.name().equalsIgnoreCase(name))
                    .map(Visit::id)
                    .findFirst();
        }
    }

    /**
     * Reads an export; a bad one gives every mistake at once, with the XPath-like place of each.
     *
     * @param site where the subjects are seen: a moment with an offset is the day that it was there
     */
    public static Roster read(Path file, ZoneId site) throws ProblemException {
        return read(file.toString(), GivenFile.read(file, MAX_BYTES, "/"), site);
    }

    /** Reads an export held in memory. */
    public static Roster read(String name, byte[] content, ZoneId site) throws ProblemException {
        OdmFile odm = new OdmFile(site);
        odm.parse(content);
        if (odm.mistakes.isEmpty() && odm.subjects.isEmpty()) {
            odm.mistakes.add(new Mistake("/ODM", "holds no subjects (SubjectData)"));
        }
        if (!odm.mistakes.isEmpty()) {
            throw new ProblemException(new Problem.BadFile(name, odm.mistakes));
        }
        List<Subject> subjects = new ArrayList<>();
        odm.subjects.forEach((id, found) ->
                subjects.add(new Subject(id, found.sex, found.birthYear, found.day0, visits(found.visits))));
        return new Roster(odm.events, subjects);
    }

    private static Map<String, SubjectVisit> visits(Map<String, FoundVisit> found) {
        Map<String, SubjectVisit> visits = new LinkedHashMap<>();
        found.forEach((oid, visit) -> visits.put(
                oid,
                new SubjectVisit(
                        visit.notDone ? SubjectVisit.Status.NOT_DONE : SubjectVisit.Status.EXPECTED,
                        visit.notDone ? visit.reason : "",
                        visit.planned)));
        return visits;
    }

    private void parse(byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(XmlText.of(content));
            try {
                while (xml.hasNext()) {
                    switch (xml.next()) {
                        case XMLStreamConstants.START_ELEMENT -> start(xml);
                        case XMLStreamConstants.END_ELEMENT -> end();
                        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> typed.append(xml.getText());
                        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                            mistakes.add(new Mistake("/", "holds a document type or an entity, which is not read"));
                            return;
                        }
                        default -> {}
                    }
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " (line %d, column %d)"
                            .formatted(
                                    e.getLocation().getLineNumber(),
                                    e.getLocation().getColumnNumber());
            boolean bytes = e.getNestedException() instanceof CharacterCodingException;
            mistakes.add(new Mistake(
                    place(), bytes ? "holds bytes that are no text in its encoding" : "is no valid XML" + place));
        } catch (IllegalArgumentException unknownEncoding) {
            mistakes.add(new Mistake("/", "names an encoding that is not known here"));
        }
    }

    private void start(XMLStreamReader xml) {
        String name = xml.getLocalName();
        String key = KEYS.stream()
                .map(each -> attribute(xml, each))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        path.addLast(key.isEmpty() ? name : name + "[" + key + "]");
        if (path.size() == 1 && !name.equals("ODM")) {
            mistakes.add(new Mistake("/" + name, "is not ODM"));
        }
        switch (name) {
            case "StudyEventDef" -> event(xml);
            case "ItemDef" -> itemNames.put(attribute(xml, "OID"), attribute(xml, "Name"));
            case "SubjectData" -> subject(attribute(xml, "SubjectKey"));
            case "StudyEventData" -> studyEvent(attribute(xml, "StudyEventOID"));
            case "ItemData" -> item(attribute(xml, "ItemOID"), attribute(xml, "Value"));
            default -> typedItem = name.startsWith("ItemData") ? attribute(xml, "ItemOID") : typedItem;
        }
        typed.setLength(0);
    }

    private void end() {
        if (!typedItem.isEmpty()) {
            item(typedItem, typed.toString());
            typedItem = "";
        }
        if (path.removeLast().startsWith("SubjectData")) {
            current = null;
        }
    }

    private void event(XMLStreamReader xml) {
        String id = attribute(xml, "OID");
        if (id.isEmpty()) {
            mistakes.add(new Mistake(place(), "has no OID"));
        } else if (events.put(id, attribute(xml, "Name")) != null) {
            mistakes.add(new Mistake(place(), "is defined twice"));
        }
    }

    private void subject(String id) {
        Found found = new Found();
        current = found;
        if (!TrialReader.isId(id)) {
            mistakes.add(new Mistake(place(), "has a SubjectKey that is no id: " + JsonSpot.quoted(id)));
        } else if (subjects.put(id, found) != null) {
            mistakes.add(new Mistake(place(), "is there twice"));
        }
    }

    private void studyEvent(String id) {
        event = id;
        if (!events.isEmpty() && !events.containsKey(id)) {
            mistakes.add(new Mistake(place(), "names a study event that is not defined: " + JsonSpot.quoted(id)));
        }
    }

    private void item(String oid, String value) {
        Found subject = current;
        if (subject == null || value.isBlank()) {
            return;
        }
        String text = value.strip();
        switch (OdmItem.of(oid, itemNames.getOrDefault(oid, ""))) {
            case SEX -> subject.sex = sex(text);
            case BIRTH -> subject.birthYear = year(text);
            case DAY0 -> subject.day0 = date(text);
            case PLANNED -> visit(subject).planned = date(text);
            case OCCURRED -> visit(subject).notDone = text.matches("(?i)n|no|0");
            case WHY_NOT -> visit(subject).reason = text;
            case OTHER -> {}
        }
    }

    private FoundVisit visit(Found subject) {
        return subject.visits.computeIfAbsent(event, id -> new FoundVisit());
    }

    private String sex(String value) {
        String sex = OdmItem.sex(value);
        if (sex.isEmpty()) {
            mistakes.add(new Mistake(place(), "is no sex: " + JsonSpot.quoted(value)));
        }
        return sex;
    }

    /** The year alone is kept, also where the export has the whole date. */
    private OptionalInt year(String value) {
        if (value.matches("(18|19|20)\\d\\d(-.*)?")) {
            return OptionalInt.of(Integer.parseInt(value.substring(0, 4)));
        }
        mistakes.add(new Mistake(place(), "is no year or date of birth in ISO form"));
        return OptionalInt.empty();
    }

    private @Nullable LocalDate date(String value) {
        LocalDate day = GivenDay.of(value, site);
        if (day == null) {
            mistakes.add(new Mistake(place(), "is no date of the form 2026-09-01: " + JsonSpot.quoted(value)));
        }
        return day;
    }

    private String place() {
        return "/" + String.join("/", path);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
