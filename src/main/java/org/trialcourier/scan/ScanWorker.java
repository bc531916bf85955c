// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.dicom.SopClass;
import org.trialcourier.dicom.Tag;
import org.trialcourier.scan.LeftOut.Reason;
import org.trialcourier.scan.disc.DiscImage;
import org.trialcourier.work.Progress;

/** Reads one file after the other on one thread and keeps what it found. */
final class ScanWorker {
    private static final Set<StandardOpenOption> READ = Set.of(StandardOpenOption.READ);

    private final ScanRun run;
    private final InstanceReader reader;
    private final HeaderWalk walk = new HeaderWalk();
    private final Commons commons;
    private final Twins twins;
    private final ByPlace found = new ByPlace();
    private final List<LeftOut> leftOut = new ArrayList<>();

    ScanWorker(ScanRun run, Interner interner, Twins twins) {
        this.run = run;
        this.twins = twins;
        this.reader = new InstanceReader(interner);
        this.commons = new Commons(reader);
    }

    ByPlace found() {
        return found;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Looks at a file: it becomes an instance, or is left out, or is an archive to be looked into. */
    void look(Source listed, long size, Progress progress) throws InterruptedException {
        Source source = listed;
        try {
            if (run.isSlow() && listed instanceof Source.File) {
                source = SlowMedium.stage(listed, progress);
            }
            Instance instance = source instanceof Source.File ? quickly(source, size) : null;
            if (instance == null) {
                instance = inFull(source);
            }
            if (instance != null) {
                found.add(instance);
                twins.meet(instance);
                run.listener().found(instance);
            }
        } catch (NotDicomException e) {
            if (e.kind() == NotDicomException.Kind.ARCHIVE || isDiscImage(source, e)) {
                Unpacking unpacking = new Unpacking(source, Reasons.isOnDisc(source));
                unpacking.others().forEach(this::leaveOut);
                run.add(unpacking.entries());
            } else {
                leaveOut(Reasons.of(source, e));
            }
        } catch (IOException e) {
            leaveOut(new LeftOut(Phi.of(source.display()), Reason.UNREADABLE, Reasons.unreadable(e)));
        } catch (RuntimeException | StackOverflowError e) {
            leaveOut(Reasons.fault(source));
        }
    }

    private static boolean isDiscImage(Source source, NotDicomException e) {
        try {
            return e.kind() == NotDicomException.Kind.NOT_DICOM && DiscImage.isOne(source.open());
        } catch (IOException gone) {
            return false;
        }
    }

    void leaveOut(LeftOut left) {
        leftOut.add(left);
        run.listener().leftOut(left);
    }

    private @Nullable Instance quickly(Source source, long size) throws IOException {
        Path path = source.path();
        try (FileChannel file = FileChannel.open(path, READ)) {
            Picked picked = walk.walk(file, size);
            if (picked == null) {
                return null;
            }
            return reader.read(source, commons.of(picked, walk.transferSyntax()), picked.own(), size);
        }
    }

    private @Nullable Instance inFull(Source source) throws IOException, NotDicomException {
        Blob blob = source.open();
        DicomFile file = DicomFile.read(blob, ReadOptions.WHOLE);
        if (file.meta().text(Tag.MEDIA_STORAGE_SOP_CLASS_UID).equals(SopClass.MEDIA_STORAGE_DIRECTORY)) {
            leaveOut(new LeftOut(Phi.of(source.display()), Reason.DIRECTORY, Reasons.TABLE_OF_CONTENTS));
            return null;
        }
        DataSet data = file.data();
        return reader.read(source, data, file.transferSyntax().uid(), blob.length());
    }
}
