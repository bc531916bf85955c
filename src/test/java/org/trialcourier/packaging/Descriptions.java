// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The program as each system is told of it: the .wxs of Windows, the Info.plist of macOS, the menu entry of Linux. */
final class Descriptions {
    private static final Path FOLDER = Path.of("packaging");

    private Descriptions() {}

    static Element windows() throws IOException {
        return read(FOLDER.resolve("windows/TrialCourier.wxs"));
    }

    static Map<?, ?> mac() throws IOException {
        return (Map<?, ?>)
                value(children(read(FOLDER.resolve("mac/Info.plist"))).getFirst());
    }

    static Map<String, String> linux() throws IOException {
        return Files.readAllLines(FOLDER.resolve("linux/trialcourier.desktop")).stream()
                .filter(line -> line.contains("="))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    /** All elements of a name, wherever they stand. */
    static List<Element> all(Element root, String name) {
        return elements(root.getElementsByTagName(name));
    }

    /** The values Windows writes into the registry, by key and name as {@code key|name}. */
    static Map<String, String> registry() throws IOException {
        return all(windows(), "RegistryValue").stream()
                .collect(Collectors.toMap(
                        value -> value.getAttribute("Key") + "|" + value.getAttribute("Name"),
                        value -> value.getAttribute("Value")));
    }

    /** A value of a property list. */
    private static Object value(Element element) {
        List<Element> inside = children(element);
        return switch (element.getTagName()) {
            case "dict" -> {
                Map<String, Object> dict = new LinkedHashMap<>();
                for (int i = 0; i < inside.size(); i += 2) {
                    dict.put(inside.get(i).getTextContent(), value(inside.get(i + 1)));
                }
                yield dict;
            }
            case "array" -> inside.stream().map(Descriptions::value).toList();
            case "true" -> true;
            default -> element.getTextContent();
        };
    }

    private static List<Element> children(Element of) {
        return elements(of.getChildNodes());
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> found = new ArrayList<>();
        IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).forEach(node -> {
            if (node instanceof Element element) {
                found.add(element);
            }
        });
        return found;
    }

    private static Element read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not well-formed", e);
        }
    }
}
