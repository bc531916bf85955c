// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;

/** Fictional people of many countries, and how their values are written where they live. */
final class WorldPeople {
    /**
     * A person.
     *
     * @param name as in VR PN
     * @param id the patient id
     * @param birth the birth date as in VR DA
     * @param physician who referred the person
     * @param institution where the person was examined
     * @param texts what must not leave, in texts
     * @param spelt what must not leave, in bytes, by character set
     */
    record Person(
            String name,
            String id,
            String birth,
            String physician,
            String institution,
            List<String> texts,
            Map<String, String> spelt) {
        DataSet image() {
            DataSet data = AdversaryTest.person();
            for (int tag : new int[] {0x00102154, Tag.PATIENT_ADDRESS}) {
                data.remove(tag);
            }
            data.putText(Tag.PATIENT_NAME, name);
            data.putText(Tag.PATIENT_ID, id);
            data.putText(Tag.PATIENT_BIRTH_DATE, birth);
            data.putText(Tag.ACCESSION_NUMBER, "");
            data.putText(Tag.REFERRING_PHYSICIAN_NAME, physician);
            data.putText(Tag.INSTITUTION_NAME, institution);
            return data;
        }
    }

    private WorldPeople() {}

    static Map<String, Person> all() {
        Map<String, Person> people = new LinkedHashMap<>();
        people.put("Greek", greek());
        people.put("Russian", russian());
        people.put("Arabic", arabic());
        people.put("Thai", thai());
        people.put("Korean", korean());
        people.put("Chinese", chinese());
        people.put("Japanese", japanese());
        people.put("Dutch and Swiss", western());
        people.put("short names", shortNames());
        people.put("names that are words", names());
        return people;
    }

    private static Person greek() {
        return new Person(
                "Παπαδημητρίου^Ελευθερία",
                "AB-0071-552",
                "19440521",
                "Χατζηνικολάου^Ηλίας",
                "Κλινική Ονείρων",
                List.of(
                        "Papadimitriou",
                        "της Παπαδημητρίου",
                        "Hatzinikolaou",
                        "21 Μαΐου 1944",
                        "19440521000000",
                        "194405211200+0200"),
                Map.of("ISO-8859-7", "Παπαδημητρίου", "x-IBM737", "ΠΑΠΑΔΗΜΗΤΡΙΟΥ"));
    }

    private static Person russian() {
        return new Person(
                "Кузнецова-Щеглова^Аграфена^Юрьевна",
                "0000482915",
                "19510812",
                "Добронравов^Пафнутий",
                "Больница Мечты",
                List.of(
                        "Kuznetsova",
                        "Sheglova",
                        "пациентки Кузнецовой",
                        "Щегловой А.Ю.",
                        "доктору Добронравову",
                        "12 августа 1951 г.",
                        "۰۰۰۰۴۸۲۹۱۵",
                        "١٩٥١-٠٨-١٢",
                        "000_048_2915",
                        "Кузнeцова"),
                Map.of("IBM866", "Кузнецова", "x-MacCyrillic", "Кузнецова", "KOI8-R", "Щеглова"));
    }

    private static Person arabic() {
        return new Person(
                "الهاشمي^محمد",
                "SA-55102",
                "19700930",
                "العمري^خالد",
                "مستشفى الخيال",
                List.of(
                        "محـــمد الهاشـــمي",
                        "مُحَمَّد الهَاشِمِي",
                        "للهاشمي",
                        "هاشمي",
                        "٣٠/٠٩/١٩٧٠",
                        "28/07/1390",
                        "1390-07-28"),
                Map.of("windows-1256", "الهاشمي"));
    }

    private static Person thai() {
        return new Person(
                "ใจงาม^สมชาย",
                "6504-00192",
                "19610304",
                "วงศ์สมมุติ^ประสิทธิ์",
                "โรงพยาบาลสมมุติ",
                List.of(
                        "คุณสมชายมาตรวจ",
                        "04/03/2504",
                        "4 มีนาคม 2504",
                        "4 มี.ค. 2504",
                        "๔/๓/๒๕๐๔",
                        "๖๕๐๔๐๐๑๙๒",
                        "2504-03-04"),
                Map.of("TIS-620", "สมชายใจงาม"));
    }

    private static Person korean() {
        return new Person(
                "Gim^Huijung=金^喜中=김^희중",
                "K2210-0031",
                "19610304",
                "박^지어낸",
                "가상병원",
                List.of("김희중님의 영상", "金喜中", "1961년 3월 4일", "61년 3월 4일", "610304-1234567", "Hui Jung"),
                Map.of("EUC-KR", "김희중", "x-Johab", "김희중"));
    }

    private static Person chinese() {
        return new Person(
                "Wang^XiaoDong=王^小东",
                "CN0099127",
                "19610304",
                "Ou^Yang=欧阳^虚构",
                "幻想医院",
                List.of("王小东", "110105196103041237", "民國50年3月4日", "一九六一年三月四日", "在幻想医院检查", "Wáng Xiǎodōng", "ＣＮ００９９１２７"),
                Map.of("GB18030", "王小东"));
    }

    private static Person japanese() {
        return new Person(
                "Yamada^Yumeko=山田^夢子=やまだ^ゆめこ",
                "J-0815-42",
                "19610304",
                "Suzuki^Kuso=鈴木^空想=すずき^くうそう",
                "空想病院",
                List.of("ヤマダユメコ", "ﾔﾏﾀﾞ ﾕﾒｺ", "山田様", "S360304", "昭和三十六年三月四日"),
                Map.of("EUC-JP", "山田夢子", "Shift_JIS", "ﾔﾏﾀﾞﾕﾒｺ", "ISO-2022-JP", "山田夢子"));
    }

    private static Person western() {
        return new Person(
                "van der Wöhlkamp-O'Dreary^Ännchen-Sophie^M^Freifrau",
                "0047-11-0815",
                "19610304",
                "Bösenhuber-Krachl^Fürchtegott^^Prof. Dr. med.",
                "Kantonsspital Märchental",
                List.of(
                        "Wöhl-\r\nkamp",
                        "Dre-\r\nary",
                        "awoehlkamp",
                        "O&#39;Dreary",
                        "19610304103000",
                        "040361-1234",
                        "61030412345",
                        "615304/1234",
                        "ABCDEF61C44H501X",
                        "1961-W09-6",
                        "<n>W<b>&#246;</b>hlkamp</n>",
                        "W%u00F6hlkamp",
                        "W+APY-hlkamp",
                        "xn--whlkamp-90a.example",
                        "RHJlYXJ5",
                        "K5XWK2DMNNQW24A=",
                        "W\u00C3\u00B6hlkamp",
                        "W\u00C3\u0192\u00C2\u00B6hlkamp",
                        "\uD835\uDC16\uD835\uDC28\uD835\uDC1E\uD835\uDC21\uD835\uDC25\uD835\uDC24\uD835\uDC1A\uD835\uDC26\uD835\uDC29"),
                Map.of("IBM037", "Woehlkamp"));
    }

    private static Person shortNames() {
        return new Person(
                "Ng^Bo",
                "4711",
                "19610304",
                "Weber^Jo",
                "Radiology",
                List.of("ngbo", "Ng^Bo", "MRN: 4711", "jweber", "weberj", "Webers Befund", "V2ViZXI=", "5765626572"),
                Map.of("UTF-16LE", "jweber"));
    }

    /** Both parts are words of every report. */
    private static Person names() {
        return new Person(
                "Long^Ray",
                "8819421",
                "19610304",
                "Gray^Field",
                "Radiology",
                List.of(
                        "Mrs. Long",
                        "LONG^RAY",
                        "Long, R.",
                        "R. Long",
                        "PatientName=Long",
                        "Frau Long",
                        "patient Long",
                        "Ray Long",
                        "Dr. Gray",
                        "F. Gray"),
                Map.of("UTF-16BE", "Ray Long"));
    }

    static byte[] bytes(Map.Entry<String, String> spelt) {
        return spelt.getValue().getBytes(Charset.forName(spelt.getKey()));
    }
}
