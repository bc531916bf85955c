// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

/** The three ways in which the elements of a data set can be laid out (PS3.5 7.1, A.1 to A.3). */
enum Encoding {
    IMPLICIT_LITTLE(false, false),
    EXPLICIT_LITTLE(true, false),
    EXPLICIT_BIG(true, true);

    private final boolean explicit;
    private final boolean big;

    Encoding(boolean explicit, boolean big) {
        this.explicit = explicit;
        this.big = big;
    }

    static Encoding of(TransferSyntax syntax) {
        if (!syntax.explicitVr()) {
            return IMPLICIT_LITTLE;
        }
        return syntax.bigEndian() ? EXPLICIT_BIG : EXPLICIT_LITTLE;
    }

    boolean explicit() {
        return explicit;
    }

    boolean big() {
        return big;
    }
}
