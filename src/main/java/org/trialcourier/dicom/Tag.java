// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * Tags of data elements: a group and an element number in one {@code int} (PS3.6). Tags are ordered as unsigned
 * numbers. The constants bear the keywords of the standard.
 */
public final class Tag {
    public static final int FILE_META_INFORMATION_GROUP_LENGTH = 0x00020000;
    public static final int FILE_META_INFORMATION_VERSION = 0x00020001;
    public static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
    public static final int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
    public static final int TRANSFER_SYNTAX_UID = 0x00020010;
    public static final int IMPLEMENTATION_CLASS_UID = 0x00020012;
    public static final int IMPLEMENTATION_VERSION_NAME = 0x00020013;
    public static final int SOURCE_APPLICATION_ENTITY_TITLE = 0x00020016;
    public static final int FILE_SET_ID = 0x00041130;
    public static final int OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY = 0x00041200;
    public static final int OFFSET_OF_THE_LAST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY = 0x00041202;
    public static final int FILE_SET_CONSISTENCY_FLAG = 0x00041212;
    public static final int DIRECTORY_RECORD_SEQUENCE = 0x00041220;
    public static final int OFFSET_OF_THE_NEXT_DIRECTORY_RECORD = 0x00041400;
    public static final int RECORD_IN_USE_FLAG = 0x00041410;
    public static final int OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY = 0x00041420;
    public static final int DIRECTORY_RECORD_TYPE = 0x00041430;
    public static final int REFERENCED_FILE_ID = 0x00041500;
    public static final int REFERENCED_SOP_CLASS_UID_IN_FILE = 0x00041510;
    public static final int REFERENCED_SOP_INSTANCE_UID_IN_FILE = 0x00041511;
    public static final int REFERENCED_TRANSFER_SYNTAX_UID_IN_FILE = 0x00041512;
    public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
    public static final int IMAGE_TYPE = 0x00080008;
    public static final int INSTANCE_CREATION_DATE = 0x00080012;
    public static final int INSTANCE_CREATION_TIME = 0x00080013;
    public static final int SOP_CLASS_UID = 0x00080016;
    public static final int SOP_INSTANCE_UID = 0x00080018;
    public static final int STUDY_DATE = 0x00080020;
    public static final int SERIES_DATE = 0x00080021;
    public static final int ACQUISITION_DATE = 0x00080022;
    public static final int CONTENT_DATE = 0x00080023;
    public static final int ACQUISITION_DATE_TIME = 0x0008002A;
    public static final int STUDY_TIME = 0x00080030;
    public static final int SERIES_TIME = 0x00080031;
    public static final int ACQUISITION_TIME = 0x00080032;
    public static final int CONTENT_TIME = 0x00080033;
    public static final int ACCESSION_NUMBER = 0x00080050;
    public static final int MODALITY = 0x00080060;
    public static final int MODALITIES_IN_STUDY = 0x00080061;
    public static final int CONVERSION_TYPE = 0x00080064;
    public static final int MANUFACTURER = 0x00080070;
    public static final int INSTITUTION_NAME = 0x00080080;
    public static final int REFERRING_PHYSICIAN_NAME = 0x00080090;
    public static final int CODE_VALUE = 0x00080100;
    public static final int CODING_SCHEME_DESIGNATOR = 0x00080102;
    public static final int CODING_SCHEME_VERSION = 0x00080103;
    public static final int CODE_MEANING = 0x00080104;
    public static final int MAPPING_RESOURCE = 0x00080105;
    public static final int CODING_SCHEME_UID = 0x0008010C;
    public static final int CONTEXT_IDENTIFIER = 0x0008010F;
    public static final int LONG_CODE_VALUE = 0x00080119;
    public static final int TIMEZONE_OFFSET_FROM_UTC = 0x00080201;
    public static final int STATION_NAME = 0x00081010;
    public static final int STUDY_DESCRIPTION = 0x00081030;
    public static final int SERIES_DESCRIPTION = 0x0008103E;
    public static final int INSTITUTIONAL_DEPARTMENT_NAME = 0x00081040;
    public static final int PERFORMING_PHYSICIAN_NAME = 0x00081050;
    public static final int OPERATORS_NAME = 0x00081070;
    public static final int MANUFACTURER_MODEL_NAME = 0x00081090;
    public static final int REFERENCED_STUDY_SEQUENCE = 0x00081110;
    public static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
    public static final int REFERENCED_IMAGE_SEQUENCE = 0x00081140;
    public static final int REFERENCED_SOP_CLASS_UID = 0x00081150;
    public static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;
    public static final int SOURCE_IMAGE_SEQUENCE = 0x00082112;
    public static final int PATIENT_NAME = 0x00100010;
    public static final int PATIENT_ID = 0x00100020;
    public static final int ISSUER_OF_PATIENT_ID = 0x00100021;
    public static final int PATIENT_BIRTH_DATE = 0x00100030;
    public static final int PATIENT_BIRTH_TIME = 0x00100032;
    public static final int PATIENT_SEX = 0x00100040;
    public static final int OTHER_PATIENT_I_DS = 0x00101000;
    public static final int OTHER_PATIENT_NAMES = 0x00101001;
    public static final int PATIENT_AGE = 0x00101010;
    public static final int PATIENT_SIZE = 0x00101020;
    public static final int PATIENT_WEIGHT = 0x00101030;
    public static final int PATIENT_ADDRESS = 0x00101040;
    public static final int PATIENT_BREED_DESCRIPTION = 0x00102292;
    public static final int PATIENT_COMMENTS = 0x00104000;
    public static final int CLINICAL_TRIAL_SPONSOR_NAME = 0x00120010;
    public static final int CLINICAL_TRIAL_PROTOCOL_ID = 0x00120020;
    public static final int CLINICAL_TRIAL_PROTOCOL_NAME = 0x00120021;
    public static final int CLINICAL_TRIAL_SITE_ID = 0x00120030;
    public static final int CLINICAL_TRIAL_SITE_NAME = 0x00120031;
    public static final int CLINICAL_TRIAL_SUBJECT_ID = 0x00120040;
    public static final int CLINICAL_TRIAL_SUBJECT_READING_ID = 0x00120042;
    public static final int CLINICAL_TRIAL_TIME_POINT_ID = 0x00120050;
    public static final int CLINICAL_TRIAL_TIME_POINT_DESCRIPTION = 0x00120051;
    public static final int CLINICAL_TRIAL_COORDINATING_CENTER_NAME = 0x00120060;
    public static final int PATIENT_IDENTITY_REMOVED = 0x00120062;
    public static final int DEIDENTIFICATION_METHOD = 0x00120063;
    public static final int DEIDENTIFICATION_METHOD_CODE_SEQUENCE = 0x00120064;
    public static final int CONTRAST_BOLUS_AGENT = 0x00180010;
    public static final int BODY_PART_EXAMINED = 0x00180015;
    public static final int SCANNING_SEQUENCE = 0x00180020;
    public static final int SEQUENCE_NAME = 0x00180024;
    public static final int SLICE_THICKNESS = 0x00180050;
    public static final int KVP = 0x00180060;
    public static final int REPETITION_TIME = 0x00180080;
    public static final int ECHO_TIME = 0x00180081;
    public static final int NUMBER_OF_AVERAGES = 0x00180083;
    public static final int ECHO_NUMBERS = 0x00180086;
    public static final int MAGNETIC_FIELD_STRENGTH = 0x00180087;
    public static final int SPACING_BETWEEN_SLICES = 0x00180088;
    public static final int DEVICE_SERIAL_NUMBER = 0x00181000;
    public static final int SOFTWARE_VERSIONS = 0x00181020;
    public static final int PROTOCOL_NAME = 0x00181030;
    public static final int TRIGGER_TIME = 0x00181060;
    public static final int RECONSTRUCTION_DIAMETER = 0x00181100;
    public static final int GANTRY_DETECTOR_TILT = 0x00181120;
    public static final int X_RAY_TUBE_CURRENT = 0x00181151;
    public static final int EXPOSURE = 0x00181152;
    public static final int IMAGER_PIXEL_SPACING = 0x00181164;
    public static final int CONVOLUTION_KERNEL = 0x00181210;
    public static final int FLIP_ANGLE = 0x00181314;
    public static final int PATIENT_POSITION = 0x00185100;
    public static final int SEQUENCE_OF_ULTRASOUND_REGIONS = 0x00186011;
    public static final int REGION_LOCATION_MIN_X0 = 0x00186018;
    public static final int REGION_LOCATION_MIN_Y0 = 0x0018601A;
    public static final int REGION_LOCATION_MAX_X1 = 0x0018601C;
    public static final int REGION_LOCATION_MAX_Y1 = 0x0018601E;
    public static final int DIFFUSION_B_VALUE = 0x00189087;
    public static final int STUDY_INSTANCE_UID = 0x0020000D;
    public static final int SERIES_INSTANCE_UID = 0x0020000E;
    public static final int STUDY_ID = 0x00200010;
    public static final int SERIES_NUMBER = 0x00200011;
    public static final int ACQUISITION_NUMBER = 0x00200012;
    public static final int INSTANCE_NUMBER = 0x00200013;
    public static final int IMAGE_POSITION_PATIENT = 0x00200032;
    public static final int IMAGE_ORIENTATION_PATIENT = 0x00200037;
    public static final int FRAME_OF_REFERENCE_UID = 0x00200052;
    public static final int LATERALITY = 0x00200060;
    public static final int TEMPORAL_POSITION_IDENTIFIER = 0x00200100;
    public static final int NUMBER_OF_TEMPORAL_POSITIONS = 0x00200105;
    public static final int SLICE_LOCATION = 0x00201041;
    public static final int IMAGE_COMMENTS = 0x00204000;
    public static final int FRAME_CONTENT_SEQUENCE = 0x00209111;
    public static final int PLANE_POSITION_SEQUENCE = 0x00209113;
    public static final int PLANE_ORIENTATION_SEQUENCE = 0x00209116;
    public static final int SAMPLES_PER_PIXEL = 0x00280002;
    public static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;
    public static final int PLANAR_CONFIGURATION = 0x00280006;
    public static final int NUMBER_OF_FRAMES = 0x00280008;
    public static final int FRAME_INCREMENT_POINTER = 0x00280009;
    public static final int ROWS = 0x00280010;
    public static final int COLUMNS = 0x00280011;
    public static final int ULTRASOUND_COLOR_DATA_PRESENT = 0x00280014;
    public static final int PIXEL_SPACING = 0x00280030;
    public static final int BITS_ALLOCATED = 0x00280100;
    public static final int BITS_STORED = 0x00280101;
    public static final int HIGH_BIT = 0x00280102;
    public static final int PIXEL_REPRESENTATION = 0x00280103;
    public static final int SMALLEST_IMAGE_PIXEL_VALUE = 0x00280106;
    public static final int LARGEST_IMAGE_PIXEL_VALUE = 0x00280107;
    public static final int PIXEL_PADDING_VALUE = 0x00280120;
    public static final int PIXEL_PADDING_RANGE_LIMIT = 0x00280121;
    public static final int BURNED_IN_ANNOTATION = 0x00280301;
    public static final int RECOGNIZABLE_VISUAL_FEATURES = 0x00280302;
    public static final int LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED = 0x00280303;
    public static final int WINDOW_CENTER = 0x00281050;
    public static final int WINDOW_WIDTH = 0x00281051;
    public static final int RESCALE_INTERCEPT = 0x00281052;
    public static final int RESCALE_SLOPE = 0x00281053;
    public static final int RESCALE_TYPE = 0x00281054;
    public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281101;
    public static final int LOSSY_IMAGE_COMPRESSION = 0x00282110;
    public static final int LOSSY_IMAGE_COMPRESSION_RATIO = 0x00282112;
    public static final int LOSSY_IMAGE_COMPRESSION_METHOD = 0x00282114;
    public static final int PIXEL_MEASURES_SEQUENCE = 0x00289110;
    public static final int REQUEST_ATTRIBUTES_SEQUENCE = 0x00400275;
    public static final int CONCEPT_NAME_CODE_SEQUENCE = 0x0040A043;
    public static final int TEXT_VALUE = 0x0040A160;
    public static final int CONTENT_SEQUENCE = 0x0040A730;
    public static final int DOCUMENT_TITLE = 0x00420010;
    public static final int ENCAPSULATED_DOCUMENT = 0x00420011;
    public static final int MIME_TYPE_OF_ENCAPSULATED_DOCUMENT = 0x00420012;
    public static final int RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE = 0x00540016;
    public static final int UNITS = 0x00541001;
    public static final int ICON_IMAGE_SEQUENCE = 0x00880200;
    public static final int CURVE_DATA = 0x50003000;
    public static final int SHARED_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009229;
    public static final int PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009230;
    public static final int WAVEFORM_SEQUENCE = 0x54000100;
    public static final int WAVEFORM_DATA = 0x54001010;
    public static final int OVERLAY_DATA = 0x60003000;
    public static final int EXTENDED_OFFSET_TABLE = 0x7FE00001;
    public static final int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7FE00002;
    public static final int FLOAT_PIXEL_DATA = 0x7FE00008;
    public static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;
    public static final int PIXEL_DATA = 0x7FE00010;
    public static final int DIGITAL_SIGNATURES_SEQUENCE = 0xFFFAFFFA;
    public static final int DATA_SET_TRAILING_PADDING = 0xFFFCFFFC;

    /** An item of a sequence. */
    public static final int ITEM = 0xFFFEE000;
    /** The end of an item of undefined length. */
    public static final int ITEM_DELIMITATION = 0xFFFEE00D;
    /** The end of a sequence of undefined length. */
    public static final int SEQUENCE_DELIMITATION = 0xFFFEE0DD;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Tag() {}

    /** Writes a tag as the standard does: {@code (0010,0020)}. */
    public static String format(int tag) {
        return '(' + HEX.toHexDigits((short) group(tag)) + ',' + HEX.toHexDigits((short) element(tag)) + ')';
    }

    /**
     * Reads a keyword of the standard ({@code PatientID}) or a tag written as {@code (0010,0020)}, {@code 0010,0020} or
     * {@code 00100020}.
     */
    public static OptionalInt parse(String keywordOrTag) {
        String digits = keywordOrTag.strip().replaceAll("[(),]", "");
        if (digits.matches("[0-9A-Fa-f]{8}")) {
            return OptionalInt.of(Integer.parseUnsignedInt(digits, 16));
        }
        return Dictionary.standard()
                .find(keywordOrTag.strip())
                .map(entry -> OptionalInt.of(entry.tag()))
                .orElse(OptionalInt.empty());
    }

    /** The group number, 0 to 0xFFFF. */
    public static int group(int tag) {
        return tag >>> 16;
    }

    /** The element number, 0 to 0xFFFF. */
    public static int element(int tag) {
        return tag & 0xFFFF;
    }

    /** Whether the tag belongs to a private group (an odd one). */
    public static boolean isPrivate(int tag) {
        return (tag & 0x10000) != 0;
    }

    /** Whether the element names the owner of a block of private elements (PS3.5 7.8.1). */
    public static boolean isPrivateCreator(int tag) {
        return isPrivate(tag) && element(tag) >= 0x10 && element(tag) <= 0xFF;
    }

    /** The tag of the creator that owns a private element. */
    public static int creatorOf(int privateTag) {
        return (privateTag & 0xFFFF0000) | (element(privateTag) >>> 8);
    }

    /** Whether the element is a group length (gggg,0000). */
    public static boolean isGroupLength(int tag) {
        return element(tag) == 0;
    }
}
