// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

/**
 * What the Clinical Trial modules (PS3.3 C.7.1.3, C.7.2.3, C.7.3.2) say about trial, site and visit; empty text = not
 * known. The subject stands in {@link DeidRequest}.
 */
public record ClinicalTrial(
        String sponsor,
        String protocolId,
        String protocolName,
        String siteId,
        String siteName,
        String timePointId,
        String timePointDescription,
        String coordinatingCenter) {}
