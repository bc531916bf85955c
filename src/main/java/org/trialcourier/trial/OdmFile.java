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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
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
 * numbers them differently. A snapshot tells all, a transactional export what changed since an earlier one. External
 * entities and document types are not read.
 */
public final class OdmFile {
    private static final int MAX_BYTES = 256 << 20;

    /** What tells elements of one name apart. */
    private static final List<String> KEYS = List.of("SubjectKey", "StudyEventOID", "ItemOID", "OID");

    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, String> events = new LinkedHashMap<>();
    private final Map<String, String> itemNames = new HashMap<>();
    private final Map<String, OdmSubject> subjects = new LinkedHashMap<>();
    private final Map<String, String> siteNames = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Set<String> inThisVersion = new HashSet<>();
    private final Set<String> inThisData = new HashSet<>();
    private final List<Subject> known;

    private final ZoneId site;
    private final StringBuilder typed = new StringBuilder();

    /** The item whose value stands between its tags, as in {@code ItemDataDate}; else empty. */
    private String typedItem = "";

    private String event = "";
    private String repeat = "";

    /** Whether the export tells of changes since an earlier one, each with what is to be done. */
    private boolean transactional;

    /** How deep the form or group stands that is removed with all in it; 0 where none is. */
    private int removedAt;

    /** Whether definitions stand in another file too (Include). */
    private boolean partly;

    private @Nullable OdmSubject current;

    private OdmFile(ZoneId site, List<Subject> known) {
        this.site = site;
        this.known = known;
    }

    /**
     * Reads an export; a bad one gives every mistake at once, with the XPath-like place of each.
     *
     * @param site where the subjects are seen: a moment with an offset is the day that it was there
     * @param known subjects of earlier exports, which one that tells of changes alone goes on from
     */
    public static OdmRoster read(Path file, ZoneId site, List<Subject> known) throws ProblemException {
        return read(file.toString(), GivenFile.read(file, MAX_BYTES, "/"), site, known);
    }

    /** Reads an export held in memory. */
    public static OdmRoster read(String name, byte[] content, ZoneId site, List<Subject> known)
            throws ProblemException {
        OdmFile odm = new OdmFile(site, known);
        odm.parse(content);
        if (odm.mistakes.isEmpty() && odm.subjects.isEmpty() && !odm.transactional) {
            odm.mistakes.add(new Mistake("/ODM", "holds no subjects (SubjectData)"));
        }
        if (!odm.mistakes.isEmpty()) {
            throw new ProblemException(new Problem.BadFile(name, odm.mistakes));
        }
        List<Subject> subjects = new ArrayList<>();
        Map<String, String> sites = new HashMap<>();
        odm.subjects.forEach((id, found) -> {
            subjects.add(found.as(id));
            if (!found.location.isEmpty()) {
                sites.put(id, found.location);
            }
        });
        return new OdmRoster(name, odm.events, subjects, sites, odm.siteNames);
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
        String name = OdmXml.name(xml);
        String key = KEYS.stream()
                .map(each -> OdmXml.attribute(xml, each))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        path.addLast(key.isEmpty() ? name : name + "[" + key + "]");
        switch (name) {
            case "StudyEventDef" -> event(xml);
            case "ItemDef" -> itemNames.put(OdmXml.attribute(xml, "OID"), OdmXml.attribute(xml, "Name"));
            case "MetaDataVersion" -> inThisVersion.clear();
            case "Include" -> partly = true;
            case "Location" -> siteNames.put(OdmXml.attribute(xml, "OID"), OdmXml.attribute(xml, "Name"));
            case "ClinicalData" -> inThisData.clear();
            case "SubjectData" -> subject(OdmXml.attribute(xml, "SubjectKey"), OdmXml.isRemoved(xml));
            case "SiteRef" -> site(OdmXml.attribute(xml, "LocationOID"));
            case "StudyEventData" -> studyEvent(xml);
            case "ItemData" ->
                item(OdmXml.attribute(xml, "ItemOID"), OdmXml.attribute(xml, "Value"), OdmXml.isRemoved(xml));
            case "FormData", "ItemGroupData" ->
                removedAt = removedAt == 0 && OdmXml.isRemoved(xml) ? path.size() : removedAt;
            default -> typedItem = name.startsWith("ItemData") ? OdmXml.attribute(xml, "ItemOID") : typedItem;
        }
        if (path.size() == 1) {
            root(xml, name);
        }
        typed.setLength(0);
    }

    private void root(XMLStreamReader xml, String name) {
        if (!name.equals("ODM")) {
            mistakes.add(new Mistake("/" + xml.getLocalName(), "is not ODM"));
        } else if (!OdmXml.isVersion1(xml)) {
            mistakes.add(
                    new Mistake("/ODM", "is ODM of another version than 1: " + JsonSpot.quoted(xml.getNamespaceURI())));
        }
        transactional = OdmXml.attribute(xml, "FileType").equals("Transactional");
        if (transactional) {
            known.forEach(subject -> subjects.put(subject.id(), new OdmSubject(subject)));
        }
    }

    private void end() {
        if (!typedItem.isEmpty()) {
            item(typedItem, typed.toString(), false);
            typedItem = "";
        }
        removedAt = path.size() == removedAt ? 0 : removedAt;
        if (path.removeLast().startsWith("SubjectData")) {
            current = null;
        }
    }

    private void event(XMLStreamReader xml) {
        String id = OdmXml.attribute(xml, "OID");
        if (id.isEmpty()) {
            mistakes.add(new Mistake(place(), "has no OID"));
        } else if (!inThisVersion.add(id)) {
            mistakes.add(new Mistake(place(), "is defined twice"));
        }
        events.put(id, OdmXml.attribute(xml, "Name"));
    }

    private void subject(String id, boolean removed) {
        boolean again = !inThisData.add(id);
        OdmSubject found = subjects.getOrDefault(id, new OdmSubject());
        current = found;
        if (!TrialReader.isId(id)) {
            mistakes.add(new Mistake(place(), "has a SubjectKey that is no id: " + JsonSpot.quoted(id)));
        } else if (again && !transactional) {
            mistakes.add(new Mistake(place(), "is there twice"));
        } else if (removed) {
            subjects.remove(id);
            current = null;
        } else {
            subjects.put(id, found);
        }
    }

    private void site(String location) {
        OdmSubject subject = current;
        if (subject != null && location.isEmpty()) {
            mistakes.add(new Mistake(place(), "has no LocationOID"));
        } else if (subject != null) {
            subject.location = location;
        }
    }

    private void studyEvent(XMLStreamReader xml) {
        event = OdmXml.attribute(xml, "StudyEventOID");
        repeat = OdmXml.attribute(xml, "StudyEventRepeatKey");
        if (!events.isEmpty() && !events.containsKey(event) && !partly) {
            mistakes.add(new Mistake(place(), "names a study event that is not defined: " + JsonSpot.quoted(event)));
        }
        OdmSubject subject = current;
        if (subject != null && OdmXml.isRemoved(xml)) {
            subject.remove(event, repeat);
        }
    }

    /** A value, or that there is none any more. */
    private void item(String oid, String value, boolean removed) {
        OdmSubject subject = current;
        String text = removed || removedAt > 0 ? "" : value.strip();
        if (subject == null || (text.isEmpty() && !transactional)) {
            return;
        }
        switch (OdmItem.of(oid, itemNames.getOrDefault(oid, ""))) {
            case SEX -> subject.sex(text.isEmpty() ? "" : sex(text));
            case BIRTH -> subject.birthYear(text.isEmpty() ? OptionalInt.empty() : year(text));
            case DAY0 -> subject.day0(text.isEmpty() ? null : date(text));
            case PLANNED -> subject.planned(event, repeat, text.isEmpty() ? null : date(text));
            case OCCURRED -> subject.notDone(event, repeat, text.matches("(?i)n|no|0"));
            case WHY_NOT -> subject.reason(event, repeat, text);
            case OTHER -> {}
        }
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
}
