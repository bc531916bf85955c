// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.practice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.SopClass;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** Writes the table of contents of a disc, DICOMDIR (PS3.3 F). */
final class DirectoryFile {
    private static final int ITEM_HEADER = 8;
    private static final int SEQUENCE_HEADER = 12;

    /** An image and its path on the disc, with slashes. */
    record Entry(DataSet image, String path) {}

    /** A directory record and those below it. */
    private record Node(DataSet data, Map<String, Node> children) {
        Node(DataSet data) {
            this(data, new LinkedHashMap<>());
        }
    }

    private final Node root = new Node(new DataSet());
    private final List<DataSet> records = new ArrayList<>();

    private DirectoryFile() {}

    static void write(Path file, List<Entry> entries) throws IOException {
        DirectoryFile directory = new DirectoryFile();
        entries.forEach(directory::add);
        Files.write(file, directory.bytes());
    }

    private void add(Entry entry) {
        DataSet image = entry.image();
        Node patient = child(
                root, "PATIENT", image, Tag.PATIENT_ID, Tag.PATIENT_NAME, Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX);
        Node study = child(
                patient,
                "STUDY",
                image,
                Tag.STUDY_INSTANCE_UID,
                Tag.STUDY_DATE,
                Tag.STUDY_TIME,
                Tag.ACCESSION_NUMBER,
                Tag.STUDY_DESCRIPTION,
                Tag.STUDY_ID);
        Node series = child(
                study,
                "SERIES",
                image,
                Tag.SERIES_INSTANCE_UID,
                Tag.MODALITY,
                Tag.SERIES_NUMBER,
                Tag.SERIES_DESCRIPTION);
        DataSet picture = child(series, "IMAGE", image, Tag.SOP_INSTANCE_UID, Tag.INSTANCE_NUMBER)
                .data();
        picture.remove(Tag.SOP_INSTANCE_UID);
        picture.putText(Tag.REFERENCED_FILE_ID, Vr.CS, entry.path().split("/", -1));
        picture.putText(Tag.REFERENCED_SOP_CLASS_UID_IN_FILE, Vr.UI, image.text(Tag.SOP_CLASS_UID));
        picture.putText(Tag.REFERENCED_SOP_INSTANCE_UID_IN_FILE, Vr.UI, image.text(Tag.SOP_INSTANCE_UID));
        picture.putText(Tag.REFERENCED_TRANSFER_SYNTAX_UID_IN_FILE, Vr.UI, TransferSyntax.EXPLICIT_LITTLE.uid());
    }

    /** The child of a node whose first attribute has the image's value; made where it is not there yet. */
    private static Node child(Node parent, String type, DataSet image, int key, int... more) {
        return parent.children().computeIfAbsent(image.text(key), value -> {
            DataSet data = new DataSet();
            data.putInts(Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, Vr.UL, 0);
            data.putInts(Tag.RECORD_IN_USE_FLAG, Vr.US, 0xFFFF);
            data.putInts(Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, Vr.UL, 0);
            data.putText(Tag.DIRECTORY_RECORD_TYPE, type);
            data.putText(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100");
            data.putText(key, value);
            for (int tag : more) {
                data.putText(tag, image.text(tag));
            }
            return new Node(data);
        });
    }

    /** Offsets have a fixed size, so the file is written once to find the records and once with their places. */
    private byte[] bytes() throws IOException {
        collect(root);
        DataSet data = new DataSet();
        data.putText(Tag.FILE_SET_ID, "PRACTICE");
        data.putInts(Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY, Vr.UL, 0);
        data.putInts(Tag.OFFSET_OF_THE_LAST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY, Vr.UL, 0);
        data.putInts(Tag.FILE_SET_CONSISTENCY_FLAG, Vr.US, 0);
        data.putItems(Tag.DIRECTORY_RECORD_SEQUENCE, records);
        IdentityHashMap<DataSet, Integer> places = places(write(data));
        List<Node> top = link(root, places);
        data.putInts(
                Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY,
                Vr.UL,
                place(places, top.getFirst()));
        data.putInts(
                Tag.OFFSET_OF_THE_LAST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY,
                Vr.UL,
                place(places, top.getLast()));
        return write(data);
    }

    private void collect(Node node) {
        for (Node child : node.children().values()) {
            records.add(child.data());
            collect(child);
        }
    }

    /** Where each record's item begins, from the start of the file. */
    private IdentityHashMap<DataSet, Integer> places(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        IdentityHashMap<DataSet, Integer> places = new IdentityHashMap<>();
        int at = find(file) + SEQUENCE_HEADER;
        for (DataSet each : records) {
            places.put(each, at);
            at += ITEM_HEADER + bytes.getInt(at + 4);
        }
        return places;
    }

    private static int find(byte[] file) {
        byte[] head = {0x04, 0x00, 0x20, 0x12, 'S', 'Q'};
        for (int i = 132; i < file.length - head.length; i++) {
            if (Arrays.equals(file, i, i + head.length, head, 0, head.length)) {
                return i;
            }
        }
        throw new IllegalStateException("no directory record sequence");
    }

    private static List<Node> link(Node parent, IdentityHashMap<DataSet, Integer> places) {
        List<Node> children = List.copyOf(parent.children().values());
        for (int i = 0; i < children.size(); i++) {
            Node child = children.get(i);
            int next = i + 1 < children.size() ? place(places, children.get(i + 1)) : 0;
            child.data().putInts(Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, Vr.UL, next);
            List<Node> below = link(child, places);
            int lower = below.isEmpty() ? 0 : place(places, below.getFirst());
            child.data().putInts(Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, Vr.UL, lower);
        }
        return children;
    }

    private static int place(IdentityHashMap<DataSet, Integer> places, Node node) {
        Integer place = places.get(node.data());
        return place == null ? 0 : place;
    }

    private static byte[] write(DataSet data) throws IOException {
        DicomFile file = DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
        file.meta().putText(Tag.MEDIA_STORAGE_SOP_CLASS_UID, Vr.UI, SopClass.MEDIA_STORAGE_DIRECTORY);
        file.meta().putText(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Vr.UI, "2.25.4711");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out);
        return out.toByteArray();
    }
}
