// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Phi;
import org.trialcourier.work.Progress;

/** Finds all files below the sources, each once, links followed but no circles. */
final class Listing {
    /** A file found, with its size in bytes when it was listed. */
    record Found(Source source, long size) {}

    private final Progress progress;
    private final Predicate<Path> onSlowMedium;
    private final Queue<Found> files = new ConcurrentLinkedQueue<>();
    private final Queue<LeftOut> unreadable = new ConcurrentLinkedQueue<>();
    private final Queue<Source> tables = new ConcurrentLinkedQueue<>();
    private final Set<Path> roots = new HashSet<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean slow;

    /** A listing; {@code onSlowMedium} tells whether a source is on an optical disc. */
    Listing(Progress progress, Predicate<Path> onSlowMedium) {
        this.progress = progress;
        this.onSlowMedium = onSlowMedium;
    }

    /** Lists a source; what lies below an earlier one is not listed again. */
    void add(Path source) throws InterruptedException {
        Path root = source.toAbsolutePath().normalize();
        if (isTableOfContents(root.getFileName()) && Files.isRegularFile(root) && root.getParent() != null) {
            root = root.getParent();
        }
        for (Path known = root; known != null; known = known.getParent()) {
            if (roots.contains(known)) {
                return;
            }
        }
        roots.add(root);
        slow |= onSlowMedium.test(root);
        Visitor visitor = new Visitor();
        try {
            Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        } catch (IOException e) {
            visitor.unreadable(root, e);
        }
        progress.check();
    }

    /** All sources are listed: the totals are known. */
    void finished() {
        progress.total(count.get(), bytes.get());
    }

    /** Adds entries of an archive, whose bytes count as the archive's. */
    void addEntries(Collection<Source> entries) {
        for (Source entry : entries) {
            files.add(new Found(entry, 0));
            if (TablesOfContents.isOne(TablesOfContents.lastName(entry.display()))) {
                tables.add(entry);
            }
        }
        long all = count.addAndGet(entries.size());
        if (progress.snapshot().totalItems() >= 0) {
            progress.total(all, bytes.get());
        }
    }

    /** Files that nobody has taken yet; safe for several threads. */
    Queue<Found> files() {
        return files;
    }

    /** Files and folders that could not even be listed. */
    Collection<LeftOut> unreadable() {
        return unreadable;
    }

    /** The DICOMDIR files found, in folders and in containers. */
    Collection<Source> tablesOfContents() {
        return tables;
    }

    /** Whether a source is on an optical disc. */
    boolean isSlow() {
        return slow;
    }

    private static boolean isTableOfContents(@Nullable Path name) {
        return name != null && TablesOfContents.isOne(name.toString());
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Deque<Path> folders = new ArrayDeque<>();

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            folders.push(path);
            return progress.isCancelled() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (attributes.isOther()) {
                // Opening a pipe would wait for ever.
                unreadable.add(new LeftOut(Phi.of(path.toString()), LeftOut.Reason.OTHER_FILE, Reasons.SPECIAL));
                return FileVisitResult.CONTINUE;
            }
            Path name = path.getFileName();
            count.incrementAndGet();
            bytes.addAndGet(attributes.size());
            Source file = folders.isEmpty() ? new Source.File(path) : new Source.File(folders.peek(), name);
            files.add(new Found(file, attributes.size()));
            // Another object than the one that is kept: a path remembers the text that was made of it.
            if (isTableOfContents(path.getFileName())) {
                tables.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            unreadable(path, e);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path path, @Nullable IOException e) {
            folders.pop();
            if (e != null) {
                unreadable(path, e);
            }
            return FileVisitResult.CONTINUE;
        }

        private void unreadable(Path path, IOException e) {
            unreadable.add(new LeftOut(Phi.of(path.toString()), LeftOut.Reason.UNREADABLE, Reasons.unreadable(e)));
        }
    }
}
