// SPDX-License-Identifier: Apache-2.0

import java.util.List;
import java.util.Set;

/** Knows which entries of a jar are native libraries, and for which system: each library has its own folder names. */
record NativeNames(Set<String> folders) {
    /** Where an entry of a jar is of use. */
    enum Place {
        EVERYWHERE,
        HERE,
        ELSEWHERE
    }

    private static final List<String> ENDINGS = List.of(".so", ".dll", ".dylib", ".jnilib", ".a", ".pdb", ".lib");
    private static final List<String> ROOTS = List.of("org/sqlite/native/", "com/sun/jna/", "ai/onnxruntime/native/");

    static NativeNames of(Project.OperatingSystem system, boolean arm) {
        return new NativeNames(Set.of(
                switch (system) {
                    case LINUX -> arm
                            ? new String[] {"Linux/aarch64/", "linux-aarch64/"}
                            : new String[] {"Linux/x86_64/", "linux-x86-64/", "linux-x64/"};
                    case WINDOWS -> arm
                            ? new String[] {"Windows/aarch64/", "win32-aarch64/", "win-aarch64/"}
                            : new String[] {"Windows/x86_64/", "win32-x86-64/", "win-x64/"};
                    case MAC -> arm
                            ? new String[] {"Mac/aarch64/", "darwin-aarch64/", "osx-aarch64/"}
                            : new String[] {"Mac/x86_64/", "darwin-x86-64/", "osx-x64/"};
                }));
    }

    Place belongs(String entry) {
        if (ENDINGS.stream().noneMatch(entry::endsWith) && !entry.contains(".dSYM/")) {
            return Place.EVERYWHERE;
        }
        for (String root : ROOTS) {
            if (entry.startsWith(root)) {
                String folder = entry.substring(root.length(), entry.lastIndexOf('/') + 1);
                return folders.contains(folder) ? Place.HERE : Place.ELSEWHERE;
            }
        }
        if (entry.equals("osxkeychain.so")) { // taken out of its jar by its own library, on a Mac
            return folders.contains("Mac/aarch64/") || folders.contains("Mac/x86_64/") ? Place.EVERYWHERE : Place.ELSEWHERE;
        }
        throw new IllegalStateException(entry + " is a native library of unknown home: name it in NativeNames");
    }
}
