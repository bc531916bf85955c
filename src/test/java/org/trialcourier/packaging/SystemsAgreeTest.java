// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trialcourier.app.WindowStart;

/** Windows, macOS and Linux offer the program for the same files and links, and the program takes what they hand over. */
class SystemsAgreeTest {
    private static final String LINK = "trialcourier";
    private static final String TYPE = "application/dicom";

    private static List<?> list(Object value, String key) {
        return (List<?>) ((Map<?, ?>) value).get(key);
    }

    @Test
    void linksOpenTheProgramOnAllThreeAndItKnowsThemAsSuch() throws IOException {
        assertThat(Descriptions.registry()).containsEntry("Software\\Classes\\" + LINK + "|URL Protocol", "");
        List<?> schemes = list(list(Descriptions.mac(), "CFBundleURLTypes").getFirst(), "CFBundleURLSchemes");
        assertThat(schemes).isEqualTo(List.of(LINK));
        assertThat(Descriptions.linux().get("MimeType")).contains("x-scheme-handler/" + LINK + ";");
        assertThat(WindowStart.isLink(LINK + "://join?trial=X")).isTrue();
    }

    @Test
    void imagesAndTablesOfContentsAreOfferedOnAllThree() throws IOException {
        assertThat(Descriptions.registry())
                .containsKey("Software\\Classes\\.dcm\\OpenWithProgids|TrialCourier.Dicom")
                .containsEntry("Software\\Classes\\*\\shell\\TrialCourier|AppliesTo", "System.FileName:=\"DICOMDIR\"");
        assertThat(Descriptions.linux().get("MimeType")).startsWith(TYPE + ";");
        List<?> types = list(Descriptions.mac(), "CFBundleDocumentTypes");
        assertThat(list(types.getFirst(), "CFBundleTypeExtensions").contains("dcm"))
                .isTrue();
        assertThat(list(types.getLast(), "LSItemContentTypes"))
                .as("DICOMDIR has no extension")
                .isEqualTo(List.of("public.folder", "public.data"));
    }

    @Test
    void theMacKnowsTheTypeThatItIsOfferedFor() throws IOException {
        Object image = list(Descriptions.mac(), "CFBundleDocumentTypes").getFirst();
        Map<?, ?> declared = (Map<?, ?>)
                list(Descriptions.mac(), "UTImportedTypeDeclarations").getFirst();
        assertThat(list(image, "LSItemContentTypes")).isEqualTo(List.of(declared.get("UTTypeIdentifier")));
        Object tags = declared.get("UTTypeTagSpecification");
        assertThat(list(tags, "public.filename-extension")).isEqualTo(list(image, "CFBundleTypeExtensions"));
        assertThat(list(tags, "public.mime-type")).isEqualTo(List.of(TYPE));
    }

    @Test
    void noneTakesFilesAwayFromTheViewerAPersonIsUsedTo() throws IOException {
        assertThat(Descriptions.registry()).doesNotContainKey("Software\\Classes\\.dcm|");
        for (Object type : list(Descriptions.mac(), "CFBundleDocumentTypes")) {
            assertThat(((Map<?, ?>) type).get("LSHandlerRank")).isEqualTo("Alternate");
        }
    }

    @Test
    void theLanguagesOfTheProgramAreThoseTheSystemsShow() throws IOException {
        List<String> spoken;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/trialcourier/text"))) {
            spoken = files.map(file -> file.getFileName().toString().replaceAll("messages_|\\.properties", ""))
                    .filter(name -> name.length() == 2)
                    .toList();
        }
        assertThat(list(Descriptions.mac(), "CFBundleLocalizations").toArray())
                .containsExactlyInAnyOrder(spoken.toArray());
        for (String language : spoken) {
            String key = language.equals("en") ? "GenericName" : "GenericName[" + language + "]";
            assertThat(Descriptions.linux()).containsKey(key);
        }
    }

    @Test
    void theMenuEntryHandsOverSeveralFilesAndLinksAtOnce() throws IOException {
        assertThat(Descriptions.linux().get("Exec")).endsWith("/TrialCourier %U");
        assertThat(WindowStart.plain("file:///a%20disc/DICOMDIR")).isEqualTo("/a disc/DICOMDIR");
    }
}
