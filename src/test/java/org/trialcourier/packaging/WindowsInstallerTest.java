// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The .msi: for one person without an administrator, and the same product for ever. */
class WindowsInstallerTest {
    private static List<String> attributes(String element, String attribute) throws IOException {
        return Descriptions.all(Descriptions.windows(), element).stream()
                .map(e -> e.getAttribute(attribute))
                .toList();
    }

    @Test
    void nothingNeedsAnAdministrator() throws IOException {
        assertThat(attributes("Package", "Scope")).containsExactly("perUser");
        assertThat(attributes("RegistryValue", "Root")).isNotEmpty().containsOnly("HKCU");
        assertThat(attributes("StandardDirectory", "Id")).containsExactly("LocalAppDataFolder");
        assertThat(attributes("Shortcut", "Directory")).containsExactly("ProgramMenuFolder", "DesktopFolder");
        for (String asking : List.of("CustomAction", "ServiceInstall", "Environment", "UI")) {
            assertThat(Descriptions.all(Descriptions.windows(), asking))
                    .as(asking)
                    .isEmpty();
        }
    }

    @Test
    void aNewerOneReplacesAnOlderOneBecauseTheUpgradeCodeNeverChanges() throws IOException {
        assertThat(attributes("Package", "UpgradeCode")).containsExactly("{5C0D9B1E-6C57-4E0B-9F5A-2E6F3B7A4D11}");
        assertThat(attributes("MajorUpgrade", "DowngradeErrorMessage")).doesNotContain("");
        assertThat(attributes("Component", "Guid")).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void everyPartIsInstalledAndEveryRegistryPartGoesWhenTheProgramGoes() throws IOException {
        Element program = Descriptions.windows();
        assertThat(attributes("ComponentRef", "Id")).containsExactlyElementsOf(attributes("Component", "Id"));
        for (Element component : Descriptions.all(program, "Component")) {
            assertThat(Descriptions.all(component, "RegistryValue"))
                    .as("a key path of " + component.getAttribute("Id"))
                    .filteredOn(value -> value.getAttribute("KeyPath").equals("yes"))
                    .hasSize(1);
        }
        assertThat(attributes("RegistryValue", "Key"))
                .as("what belongs to other viewers too is only added to")
                .doesNotContain("Software\\Classes\\.dcm");
    }

    @Test
    void pathsWithSpacesReachTheProgramWhole() throws IOException {
        assertThat(Descriptions.registry().entrySet())
                .filteredOn(value -> value.getKey().endsWith("command|"))
                .hasSize(3)
                .allSatisfy(
                        value -> assertThat(value.getValue()).isEqualTo("\"[INSTALLFOLDER]TrialCourier.exe\" \"%1\""));
    }
}
