// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.scan.LeftOut.Reason;
import org.trialcourier.work.Progress;
import org.trialcourier.work.Sha256;

/**
 * Instances that claim the same SOP Instance UID: of equal ones the first is kept and the others are noted; different
 * ones are all kept and marked as clashing. Equal are those with the same data set in the same transfer syntax. Workers
 * may meet instances side by side; what is several times there is looked into when all are found.
 */
final class Twins {
    private static final int AT_FIRST = 1 << 15;

    private final Progress progress;
    private final Map<String, Instance> first = new ConcurrentHashMap<>(AT_FIRST);
    private final Set<String> several = ConcurrentHashMap.newKeySet();
    private final List<LeftOut> duplicates = new ArrayList<>();

    Twins(Progress progress) {
        this.progress = progress;
    }

    /** Notes an instance that was found. */
    void meet(Instance instance) {
        String uid = instance.sopInstanceUid();
        if (!uid.isEmpty() && first.putIfAbsent(uid, instance) != null) {
            several.add(uid);
        }
    }

    /** Leaves of the instances that are there several times only those to keep. */
    void sort(ByPlace found) throws InterruptedException {
        if (several.isEmpty()) {
            return;
        }
        Map<String, List<Instance>> twins = new TreeMap<>();
        for (List<Instance> instances : found.lists().values()) {
            instances.removeIf(instance -> {
                boolean twin = several.contains(instance.sopInstanceUid());
                if (twin) {
                    twins.computeIfAbsent(instance.sopInstanceUid(), uid -> new ArrayList<>())
                            .add(instance);
                }
                return twin;
            });
        }
        for (List<Instance> alike : twins.values()) {
            progress.check();
            distinct(alike).forEach(found::add);
        }
    }

    /** The instances that are there already. */
    List<LeftOut> duplicates() {
        return duplicates;
    }

    private List<Instance> distinct(List<Instance> twins) {
        twins.sort(Comparator.comparing(one -> one.source().display()));
        Map<String, Instance> byContent = new LinkedHashMap<>();
        for (Instance twin : twins) {
            if (byContent.putIfAbsent(content(twin), twin) != null) {
                Phi<String> path = Phi.of(twin.source().display());
                duplicates.add(new LeftOut(path, Reason.DUPLICATE, Reasons.TWICE));
            }
        }
        if (byContent.size() == 1) {
            return List.copyOf(byContent.values());
        }
        return byContent.values().stream().map(Twins::clashing).toList();
    }

    /** A digest of the data set; the name of the file where it cannot be read again, so that nothing is dropped. */
    private static String content(Instance instance) {
        try {
            DicomFile file = DicomFile.read(instance.source().open(), ReadOptions.WHOLE);
            MessageDigest digest = Sha256.digest();
            try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                DicomFile.of(file.data(), file.transferSyntax()).write(out);
            }
            return Sha256.hex(digest);
        } catch (IOException | UncheckedIOException | NotDicomException e) {
            return instance.source().display();
        }
    }

    private static Instance clashing(Instance one) {
        return new Instance(
                one.source(),
                one.place(),
                one.sopClass(),
                one.sopInstanceUid(),
                one.transferSyntax(),
                one.frames(),
                one.bytes(),
                one.number(),
                one.position(),
                one.facts(),
                true);
    }
}
