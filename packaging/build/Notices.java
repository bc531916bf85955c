// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/** The notice file: every library with its licence, then every licence text once. Ships with the bill of materials. */
final class Notices {
    private static final String RULE = "-".repeat(100) + "\n";

    private final Project project;
    private final Map<String, TreeSet<String>> texts = new LinkedHashMap<>();

    private Notices(Project project) {
        this.project = project;
    }

    /** Writes {@code legal/THIRD-PARTY.txt} and {@code legal/bom.json}; fails where a licence is not known. */
    static void write(Project project) throws IOException {
        Path folder = project.work().resolve("legal");
        Files.createDirectories(folder);
        Path target = project.root().resolve("target");
        Map<String, Component> components = Component.all(target.resolve("bom.xml"));
        requireEach(components, project);
        Files.copy(target.resolve("bom.json"), folder.resolve("bom.json"));
        Files.copy(project.root().resolve("LICENSE"), folder.resolve("LICENSE"));
        Files.writeString(
                folder.resolve("THIRD-PARTY.txt"), new Notices(project).notice(components));
    }

    /** The bill of materials and the libraries must be the same set: neither may name what the other has not. */
    private static void requireEach(Map<String, Component> components, Project project) throws IOException {
        TreeSet<String> packed = new TreeSet<>();
        for (Path jar : Folders.jars(project.libraries())) {
            String name = jar.getFileName().toString();
            packed.add(name.replaceFirst("(javafx-[a-z]+-[0-9.]+)(-[a-z0-9-]+)?\\.jar", "$1.jar").replaceFirst("\\.jar$", ""));
        }
        if (!packed.equals(components.keySet())) {
            TreeSet<String> differing = new TreeSet<>(packed);
            differing.addAll(components.keySet());
            differing.removeIf(name -> packed.contains(name) && components.containsKey(name));
            throw new IOException("libraries and bill of materials differ in " + differing);
        }
    }

    private String notice(Map<String, Component> components) throws IOException {
        StringBuilder list = new StringBuilder("TrialCourier " + project.version()
                + " is licensed under the Apache License 2.0 and contains the works of others:\n\n");
        for (Component component : components.values()) {
            list.append(String.format(
                    "%-45s %s%n", component.file(), String.join(" or ", component.licences())));
            texts.computeIfAbsent(text(component), t -> new TreeSet<>()).add(component.file());
            inside(component).forEach((text, where) ->
                    texts.computeIfAbsent(text, t -> new TreeSet<>()).add(where));
        }
        list.append("\nThe Java runtime (OpenJDK, GPL 2 with Classpath exception) has its own texts in its folder legal.\n");
        texts.forEach((text, of) -> list.append("\n").append(RULE).append(String.join(", ", of)).append("\n").append(RULE).append(text.strip()).append("\n"));
        return list.toString().replace("\r\n", "\n");
    }

    /** The text of the first of its licences that has one here. */
    private String text(Component component) throws IOException {
        for (String licence : component.licences()) {
            Path file = standard(licence);
            if (file != null) {
                return Files.readString(file);
            }
        }
        if (inside(component).isEmpty()) {
            throw new IOException("no text for the licence of " + component + ": name it in Notices");
        }
        return inside(component).keySet().iterator().next();
    }

    private Path standard(String licence) {
        return switch (licence) {
            case "Apache-2.0" -> project.root().resolve("LICENSE");
            case "MIT" -> project.file("licences", "MIT.txt");
            case "MPL-2.0" -> project.file("licences", "MPL-2.0.txt");
            case "EPL-2.0" -> project.file("licences", "EPL-2.0.txt");
            case "GPL-2.0-with-classpath-exception" ->
                Path.of(System.getProperty("java.home"), "legal", "java.base", "LICENSE");
            case "BSD-2-Clause", "BSD-3-Clause", "BSD-3", "BSD-4-Clause", "The 3-Clause BSD License" ->
                project.file("licences", "BSD.txt");
            default -> null;
        };
    }

    /** Licences and notices that a jar brings along, by text. */
    private Map<String, String> inside(Component component) throws IOException {
        Map<String, String> found = new TreeMap<>();
        Path jar = project.libraries().resolve(component.file() + ".jar");
        if (!Files.exists(jar)) {
            return found;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(e -> speaksOfLicence(e.getName())).toList()) {
                try (var in = zip.getInputStream(entry)) {
                    found.put(new String(in.readAllBytes(), StandardCharsets.UTF_8), component.file() + " " + entry.getName());
                }
            }
        }
        return found;
    }

    private static boolean speaksOfLicence(String entry) {
        String name = entry.substring(entry.lastIndexOf('/') + 1);
        return name.matches("(?i)([a-z-]*licen[cs]e|notice|ofl)([.-][a-z-]+)?(\\.(txt|md))?") && !name.endsWith(".class");
    }

    /**
     * A library of the bill of materials.
     *
     * @param file name of its jar, without the ending
     * @param licences ids or names, as its makers wrote them
     */
    record Component(String file, List<String> licences) {
        static Map<String, Component> all(Path bom) throws IOException {
            return BillOfMaterials.components(bom);
        }
    }
}
