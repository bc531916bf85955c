// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.trialcourier.dicom.PersonName;
import org.trialcourier.scan.PatientIdentity;

/**
 * Makes keyed marks (HMAC-SHA-256 under the trial key) by which people and images are known again. Without the key
 * nothing can be learnt from them, not even by trying all names or dates.
 */
public final class Marks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MARK_BYTES = 16;

    private final Mac mac;

    /**
     * Marks of one trial at one site.
     *
     * @param trialKey its 256 secret bits
     */
    public Marks(byte[] trialKey) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(trialKey, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** The fingerprint of a patient of a source. */
    public Fingerprint of(PatientIdentity patient) {
        return new Fingerprint(
                mark("person-name", patient.name().reveal(), Marks::plainName),
                mark("person-birth-date", patient.birthDate().reveal(), text -> text.replaceAll("\\D", "")),
                mark("person-sex", patient.sex(), text -> text),
                mark("person-id", patient.id().reveal(), text -> text.replaceAll("\\s", "")));
    }

    /** The mark of one of the {@link NameWords} of a person. */
    public String nameWord(String word) {
        return mark("person-name-word", word, text -> text);
    }

    /** The mark of a study by its UID. */
    public String study(String uid) {
        return HexFormat.of().formatHex(digest("study", uid), 0, MARK_BYTES);
    }

    /** The mark of an instance by its SOP Instance UID: 64 bits, so that a million of them stay small. */
    public long instance(String uid) {
        return ByteBuffer.wrap(digest("instance", uid)).getLong();
    }

    private String mark(String purpose, String value, UnaryOperator<String> normal) {
        String text = normal.apply(value.strip().toUpperCase(Locale.ROOT));
        return text.isEmpty() ? "" : HexFormat.of().formatHex(digest(purpose, text), 0, MARK_BYTES);
    }

    private synchronized byte[] digest(String purpose, String value) {
        mac.update(("mark/" + purpose).getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String plainName(String value) {
        PersonName name = PersonName.parse(value);
        String writing = name.alphabetic().isEmpty() ? name.ideographic() : name.alphabetic();
        return List.of(writing.split("[\\^\\s,]+", -1)).stream()
                .map(part -> Normalizer.normalize(part, Normalizer.Form.NFKD).replaceAll("[^\\p{L}]", ""))
                .filter(part -> !part.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "•••";
    }
}
