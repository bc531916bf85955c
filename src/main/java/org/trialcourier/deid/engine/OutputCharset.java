// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.util.Collection;
import java.util.regex.Pattern;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomCharset;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Value;

/**
 * Settles the character set of the result: that of the source where it is declared as the standard wants it and can
 * write what is added, else UTF-8 (PS3.3 C.12.1.1.2).
 */
final class OutputCharset {
    private static final Pattern DEFINED = Pattern.compile(
            "|ISO_IR (6|100|101|109|110|144|127|126|138|148|203|13|166|192)|ISO 2022 IR (6|100|101|109|110|144|127|126|138|148|203|13|166|87|159|149|58)|GB18030|GBK");

    private OutputCharset() {}

    static void settle(DataSet source, DataSet target, Collection<String> added) {
        DicomCharset charset = source.charset();
        boolean defined =
                charset.terms().stream().allMatch(term -> DEFINED.matcher(term).matches());
        boolean writable = added.stream().allMatch(charset::canEncode);
        boolean undeclared = charset.terms().isEmpty() && hasHighBytes(target);
        if (!defined || !writable || undeclared) {
            target.charset(DicomCharset.UTF_8);
        }
    }

    private static boolean hasHighBytes(DataSet data) {
        for (Element element : data) {
            if (element.value() instanceof Value.Items items) {
                if (items.items().stream().anyMatch(OutputCharset::hasHighBytes)) {
                    return true;
                }
            } else if (element.vr().usesCharset() && element.value() instanceof Value.Bytes bytes) {
                for (byte b : bytes.data()) {
                    if (b < 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
