// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.problem.ProblemException;

/**
 * What an EDC export holds.
 *
 * @param file the name of the export
 * @param visits id (OID) and name of each study event, in the order of the metadata
 * @param subjects with the visits, by OID, that have a planned day or were not done; what was imaged is not in an EDC
 *     export
 * @param sites where subjects are seen (LocationOID), by subject; one that the export tells no place of is not in it
 * @param siteNames names of the places, as far as the export tells
 */
public record OdmRoster(
        String file,
        Map<String, String> visits,
        List<Subject> subjects,
        Map<String, String> sites,
        Map<String, String> siteNames) {
    public OdmRoster {
        subjects = List.copyOf(subjects);
        sites = Map.copyOf(sites);
        siteNames = Map.copyOf(siteNames);
    }

    /**
     * The subjects of a trial's site with the visits of the trial: an event is the visit that has its OID, with or
     * without a prefix such as {@code SE.}, or its name. Other events are none of imaging's business, and subjects of
     * other sites none of this site's.
     *
     * @throws ProblemException {@code BadFile} where all subjects are seen elsewhere
     */
    public List<Subject> subjects(Trial trial) throws ProblemException {
        List<Subject> own =
                subjects.stream().filter(each -> isHere(each, trial.site())).toList();
        if (own.isEmpty() && !subjects.isEmpty()) {
            throw new ProblemException(new Problem.BadFile(
                    file,
                    List.of(new Mistake(
                            "/ODM/ClinicalData",
                            "holds no subjects of site "
                                    + JsonSpot.quoted(trial.site().id()) + ", but of " + places()
                                    + "; if one of these is this site, the trial file has to call it so"
                                    + " (site.id or site.name), else export the subjects of this site"))));
        }
        return own.stream().map(subject -> with(subject, trial)).toList();
    }

    /** Where the subjects are seen, as the export writes it, with the names that it tells. */
    private String places() {
        return new TreeSet<>(sites.values())
                .stream()
                        .map(place -> {
                            String name = siteNames.getOrDefault(place, "");
                            return JsonSpot.quoted(place) + (name.isEmpty() ? "" : " (" + name + ")");
                        })
                        .collect(Collectors.joining(", "));
    }

    private boolean isHere(Subject subject, Site here) {
        String location = sites.get(subject.id());
        return location == null || is(location, here.id()) || isNamed(siteNames.getOrDefault(location, ""), here);
    }

    /** {@code LOC.014}, {@code 014} and {@code 14} are one site. */
    private static boolean is(String location, String site) {
        String bare = location.substring(location.lastIndexOf('.') + 1);
        return location.equals(site) || withoutZeros(bare).equals(withoutZeros(site));
    }

    private static boolean isNamed(String name, Site here) {
        return name.equalsIgnoreCase(here.name()) || (!name.isEmpty() && is(name, here.id()));
    }

    private static String withoutZeros(String id) {
        return id.replaceFirst("^0+(?=.)", "");
    }

    private Subject with(Subject subject, Trial trial) {
        Map<String, SubjectVisit> own = new LinkedHashMap<>();
        subject.visits().forEach((oid, visit) -> visitId(trial, oid).ifPresent(id -> own.put(id, visit)));
        return new Subject(subject.id(), subject.sex(), subject.birthYear(), subject.day0(), own);
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
