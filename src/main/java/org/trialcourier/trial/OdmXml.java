// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What belongs to ODM in an export, and what to the EDC system that wrote it. */
final class OdmXml {
    private static final String NAMESPACE = "http://www.cdisc.org/ns/odm/";

    private OdmXml() {}

    /** The name of the element; one that no element of ODM has where it is a vendor's, whatever it is called. */
    static String name(XMLStreamReader xml) {
        String namespace = namespace(xml.getNamespaceURI());
        return namespace.isEmpty() || namespace.startsWith(NAMESPACE) ? xml.getLocalName() : "{extension}";
    }

    /** Whether the element is of ODM 1.x, or of no version at all. */
    static boolean isVersion1(XMLStreamReader xml) {
        String namespace = namespace(xml.getNamespaceURI());
        return namespace.isEmpty() || namespace.startsWith(NAMESPACE + "v1");
    }

    /** An attribute of ODM itself, empty where there is none: those of vendors have a prefix. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)
                    && namespace(xml.getAttributeNamespace(i)).isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** What is inserted, updated or upserted counts as written, and context is the same as before. */
    static boolean isRemoved(XMLStreamReader xml) {
        return attribute(xml, "TransactionType").equals("Remove")
                || attribute(xml, "IsNull").equals("Yes");
    }

    private static String namespace(@Nullable String uri) {
        return uri == null ? "" : uri;
    }
}
