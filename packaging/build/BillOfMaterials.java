// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the CycloneDX file that Maven wrote. */
final class BillOfMaterials {
    private BillOfMaterials() {}

    static Map<String, Notices.Component> components(Path bom) throws IOException {
        Element root;
        try {
            root = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(bom.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(bom + " cannot be read", e);
        }
        Map<String, Notices.Component> found = new TreeMap<>();
        for (Element list : children(root, "components")) {
            for (Element component : children(list, "component")) {
                String file = text(component, "name") + "-" + text(component, "version");
                List<String> licences = new ArrayList<>();
                for (Element licence : children(children(component, "licenses").getFirst(), "license")) {
                    licences.add(children(licence, "id").isEmpty() ? text(licence, "name") : text(licence, "id"));
                }
                found.put(file, new Notices.Component(file, licences));
            }
        }
        return found;
    }

    private static String text(Element of, String name) {
        return children(of, name).getFirst().getTextContent().strip();
    }

    private static List<Element> children(Element of, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = of.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
