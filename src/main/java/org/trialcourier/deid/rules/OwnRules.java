// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

import java.util.Map;
import java.util.Set;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Vr;

/**
 * What happens to attributes of the standard that the profile's table does not name. The standard keeps them; this
 * program is stricter where the kind of value may identify: names, dates, UIDs of instances, addresses in the network.
 */
final class OwnRules {
    private static final String BY_VR = "TrialCourier: the profile does not name this ";
    private static final Set<Integer> ADDRESSES_KEPT = Set.of(0x0008010E, 0x00080120);

    /** UIDs that name kinds of things, never a thing of a patient. */
    static final Set<Integer> CLASS_UIDS = Set.of(
            0x00080016,
            0x0008001A,
            0x0008001B,
            0x00080062,
            0x0008010C,
            0x0008010D,
            0x00080117,
            0x00080118,
            0x0008040E,
            0x00081150,
            0x0008115A,
            0x00083002,
            0x00089123,
            0x00340003,
            0x0040DB0D,
            0x00686224,
            0x04000010,
            0x04000510,
            0x3010001F,
            0x30100052,
            0x30100053);

    private static final Map<Integer, Verdict> BY_TAG = Map.ofEntries(
            Map.entry(0x00100033, new Verdict(Treatment.REMOVE, "TrialCourier: birth date in another calendar: X")),
            Map.entry(0x00100034, new Verdict(Treatment.REMOVE, "TrialCourier: death date in another calendar: X")),
            Map.entry(0x00100035, new Verdict(Treatment.REMOVE, "TrialCourier: calendar of removed dates: X")),
            Map.entry(0x0040A160, new Verdict(Treatment.CLEAN, "TrialCourier: free text of a content item: C")),
            Map.entry(0x00420010, new Verdict(Treatment.CLEAN, "TrialCourier: title of a document: C")),
            Map.entry(0x04000500, new Verdict(Treatment.REMOVE, "TrialCourier: encrypted originals: X")),
            Map.entry(0x4FFE0001, new Verdict(Treatment.REMOVE, "TrialCourier: signature of the original: X")),
            Map.entry(0x0008041B, new Verdict(Treatment.REMOVE, "TrialCourier: key of a record: X")),
            Map.entry(0x0008041C, new Verdict(Treatment.REMOVE, "TrialCourier: key of a record: X")),
            Map.entry(0x0040E001, new Verdict(Treatment.REMOVE, "TrialCourier: identifier of a document: X")),
            Map.entry(0x00400400, new Verdict(Treatment.CLEAN, "TrialCourier: comments: C")),
            Map.entry(0x00102295, new Verdict(Treatment.REMOVE, "TrialCourier: registration number: X")));

    private OwnRules() {}

    static Verdict decide(int tag, Dictionary.Entry entry, Vr vr, Resolver dates) {
        Verdict own = BY_TAG.get(tag);
        if (own != null) {
            return own;
        }
        return switch (vr) {
            case PN -> new Verdict(Treatment.REMOVE, BY_VR + "person: X");
            case DA, DT, TM ->
                dates.resolve(
                        new ProfileRow("", entry.name(), "X", "-----KC---", true), vr, AttributeTypes.Need.NOTHING);
            case UI ->
                CLASS_UIDS.contains(tag)
                        ? new Verdict(Treatment.KEEP, "names a kind of object: K")
                        : dates.resolve(
                                new ProfileRow("", entry.name(), "U", "-K--------", true),
                                vr,
                                AttributeTypes.Need.NOTHING);
            case UR ->
                ADDRESSES_KEPT.contains(tag)
                        ? new Verdict(Treatment.KEEP, "no rule: K")
                        : new Verdict(Treatment.REMOVE, BY_VR + "network address: X");
            case AE -> new Verdict(Treatment.REMOVE, BY_VR + "network address: X");
            default -> new Verdict(Treatment.KEEP, "no rule: K");
        };
    }
}
