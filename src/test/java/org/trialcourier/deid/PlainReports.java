// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.List;

/** Twenty made-up reports in the usual words of radiology; in each a fictional person is named between brackets. */
final class PlainReports {
    static final List<String> ALL =
            List.of("""
                CT chest with contrast. Indication: follow-up of lung cancer under immunotherapy, referred by
                [Dr. Ottokar Fennelwright]. Comparison: prior CT of 12 weeks ago. Findings: The spiculated nodule in the right
                upper lobe has decreased from 24 mm to 17 mm. No pleural effusion or pneumothorax. Scattered subcentimetre
                mediastinal lymph nodes are not enlarged by size criteria. The heart is normal in size without pericardial
                effusion. Visualized portions of the upper abdomen are unremarkable. Impression: Partial response to therapy.\
                """, """
                MRI of the brain without and with gadolinium. Technique: Axial T1, T2, FLAIR, diffusion weighted and post contrast
                sequences were obtained. Findings: There is a ring enhancing lesion in the left frontal lobe with surrounding
                vasogenic oedema and mild midline shift of 4 mm. No acute infarct, no intracranial haemorrhage. Ventricles and
                sulci are age appropriate. Flow voids are preserved. Read together with [Wendeline Achterhoek].\
                """, """
                Baseline CT of the abdomen and pelvis. Target lesions: segment VII of the liver 31 mm, left adrenal gland 22 mm,
                retroperitoneal conglomerate 45 mm. Non-target lesions: multiple small pulmonary metastases, sclerotic focus in
                the body of L3. The gallbladder is contracted; common bile duct not dilated. Kidneys enhance symmetrically, no
                hydronephrosis. Bowel loops are of normal calibre. Dictated by [Marbella Quillfeather].\
                """, """
                PET/CT whole body after intravenous injection of 18F-FDG; uptake time 62 minutes, blood glucose 98 mg/dl. Intense
                hypermetabolic uptake in cervical and supraclavicular lymph nodes, SUVmax 11.4. Physiologic distribution in
                brain, myocardium and urinary tract. Deauville score 4. Diffuse marrow activity is likely reactive after
                growth factor. Technologist: [Jorgina Haverkamp].\
                """, """
                Mammography in two views, both sides. Breast composition: scattered areas of fibroglandular density. No suspicious
                mass, architectural distortion or grouped microcalcifications. Skin and nipple are intact. Axillary nodes show
                benign morphology. Assessment: BI-RADS 2, benign. Recommendation: routine screening in one year. Second reader:
                [Ludmilla Brannigan-Voss].\
                """, """
                Ultrasound of the liver: coarse echotexture with nodular contour consistent with cirrhosis. No focal lesion is
                identified. Portal vein is patent with hepatopetal flow, velocity 18 cm/s. Spleen enlarged, measuring 14.2 cm.
                Trace perihepatic ascites. Examination limited by overlying bowel gas. Patient accompanied by
                [her brother Thaddeus].\
                """, """
                CT pulmonary angiogram. No filling defect to suggest pulmonary embolism down to the subsegmental level. Right
                ventricle to left ventricle ratio is within normal limits. Patchy ground-glass opacities in both lower lobes,
                possibly infectious or drug related pneumonitis; please correlate clinically. Findings discussed by telephone
                with [Dr. Hesperia Mondragon].\
                """, """
                MRI of the prostate. Peripheral zone: 12 x 9 mm focus of low T2 signal in the left mid gland with marked
                restricted diffusion and early enhancement, PI-RADS 5. Abutment of the capsule, extraprostatic extension cannot
                be excluded. Seminal vesicles are symmetric. No enlarged pelvic lymph nodes, no suspicious bone lesion in the
                field of view. Protocol checked by [Cornelis Vandervliet].\
                """, """
                X-ray of the chest, two views. Port catheter from the right side with its tip in the superior vena cava. Lungs
                are clear. Cardiomediastinal silhouette within normal limits. Degenerative changes of the thoracic spine. No
                acute osseous abnormality. Compared with the previous examination there is no relevant interval change.
                [Signed: P. Oldershaw]\
                """, """
                CT head without contrast for headache. There is no mass effect, midline shift or extra-axial collection. Grey and
                white matter differentiation is preserved. Basal cisterns are open. Paranasal sinuses and mastoid air cells are
                well aerated. Old lacunar infarct in the left basal ganglia. Mild generalized volume loss. Result given to
                [nurse Philomena].\
                """, """
                MRI lumbar spine: Vertebral body heights and alignment are maintained. Disc desiccation at L4/L5 with a broad based
                protrusion that narrows the lateral recess and contacts the traversing nerve root. Facet joint hypertrophy
                bilaterally. Conus terminates at L1. No abnormal enhancement of the cauda equina. Transcribed by
                [Griselda Tunnicliffe].\
                """, """
                Cardiac MRI. Left ventricular ejection fraction is 54 %, end diastolic volume 162 ml, wall thickness up to 11 mm.
                Regional wall motion is normal at rest. Late gadolinium enhancement: subepicardial streak in the inferolateral
                segment, typical of previous myocarditis. No intracardiac thrombus. Mild mitral regurgitation. Reviewed with
                [Prof. Aurelio Stranzl].\
                """, """
                CT staging at week 16. Sum of longest diameters 61 mm, at nadir 74 mm. All non-target lesions persist. A new 8 mm
                nodule in the lingula is equivocal and should be followed at the next time point. Overall response: stable
                disease according to RECIST 1.1. Image quality is adequate; slight breathing artefact at the bases. Reader
                [T. Ravensworth], site radiologist.\
                """, """
                Bone scan: Increased tracer accumulation in the 7th rib on the right, the sternum and the left iliac crest,
                suspicious for osteoblastic metastases. Symmetric uptake in shoulders and knees is degenerative. Both kidneys
                are visualized faintly. Correlation with radiographs is recommended. [Anneliese Borgwardt] took the history.\
                """, """
                CT Thorax mit Kontrastmittel. Klinische Angaben: Verlaufskontrolle bei bekanntem Bronchialkarzinom. Befund: Die
                Raumforderung im rechten Oberlappen ist im Vergleich zur Voruntersuchung größenkonstant. Keine neuen
                pulmonalen Rundherde. Kein Pleuraerguss. Mediastinale Lymphknoten nicht vergrößert. Oberbauchorgane soweit
                abgebildet unauffällig. Beurteilung: Stabile Erkrankung. [Überweisender Arzt: Kunibert Zwiesel]\
                """, """
                MRT des Schädels nativ und nach Gabe von Gadolinium. Kein Nachweis einer frischen Ischämie oder Blutung.
                Altersentsprechende Weite der inneren und äußeren Liquorräume. Einzelne Marklagerläsionen beidseits, am
                ehesten mikroangiopathisch. Nasennebenhöhlen frei belüftet. Keine pathologische Anreicherung.
                [Gez. Oberarzt Wendelin]\
                """, """
                Scanner thoraco-abdomino-pelvien avec injection. Indication : bilan d'extension d'un cancer du côlon. Résultats :
                deux lésions hépatiques hypodenses du segment IV mesurant 18 et 23 mm. Pas d'adénopathie. Pas d'épanchement
                pleural ni péritonéal. Rate et pancréas sans anomalie. Conclusion : métastases hépatiques. Compte rendu validé
                par [Guillemette Rocheblave].\
                """, """
                IRM mammaire bilatérale. Rehaussement de matrice modéré et symétrique. Prise de contraste nodulaire du quadrant
                supéro-externe gauche, de contours irréguliers, mesurant 14 mm, classée ACR 4. Absence d'adénopathie axillaire
                suspecte. Recommandation : biopsie sous échographie. Examen vu avec [Hyacinthe Delorme-Vasseur].\
                """, """
                TC de tórax y abdomen con contraste intravenoso. Hallazgos: nódulo pulmonar en el lóbulo superior derecho de 15 mm,
                estable respecto al estudio previo. No se observan adenopatías mediastínicas ni derrame pleural. Hígado de tamaño
                normal con quiste simple en el segmento II. Riñones y glándulas suprarrenales sin alteraciones. Informado por
                [Casimira Valdeolmos].\
                """, """
                CT colonography and staging. Circumferential wall thickening of the sigmoid over a length of 5 cm with pericolic fat
                stranding. Several prominent regional lymph nodes, the largest 9 mm in short axis. No obstruction or free air. Small
                hiatal hernia. Atherosclerotic calcification of the abdominal aorta without aneurysm. Incidental simple renal cysts.
                No evidence of peritoneal disease. Approved electronically by [Isolde Prendergast].\
                """);

    private PlainReports() {}
}
