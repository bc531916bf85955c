// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.problem;

import java.util.List;

/**
 * Something that stops or delays the work. Each kind holds just the data its sentence needs; a kind without words does
 * not compile (see {@code text.Words}). Fields named {@code file} or {@code place} may name a source file and are shown
 * to the person only: they are never logged or stored.
 */
public sealed interface Problem {

    /** Who can act. */
    Remedy remedy();

    /** What the coordinator can mend. */
    sealed interface ForCoordinator extends Problem {
        @Override
        default Remedy remedy() {
            return Remedy.COORDINATOR;
        }
    }

    /** What needs the receiver's or the hospital's support. */
    sealed interface ForSupport extends Problem {
        @Override
        default Remedy remedy() {
            return Remedy.SUPPORT;
        }
    }

    /** What passes by itself: it is tried again. */
    sealed interface Passing extends Problem {
        @Override
        default Remedy remedy() {
            return Remedy.WAIT;
        }
    }

    /** What is wrong with a receiver's certificate; it does not pass by waiting. */
    sealed interface BadCertificate extends ForSupport {}

    /**
     * The receiver, or the network on the way to it, cannot be reached; {@code detail} is for IT staff. Where the receiver
     * is a folder, {@code host} is its path.
     */
    record Offline(String host, String detail) implements Passing {
        /** The detail of a folder that is not there, as that of a drive that was taken out. */
        public static final String NO_FOLDER = "why.no-folder";

        /** Whether what cannot be reached is a folder. */
        public boolean isFolder() {
            return detail.equals(NO_FOLDER);
        }
    }

    /**
     * The receiver answers, but not now (HTTP 423, 429, 5xx); {@code retryAfterSeconds} is what it asked to wait, 0 where
     * it did not say.
     */
    record Busy(String host, int status, long retryAfterSeconds) implements Passing {
        /** HTTP 507: the receiver's own disk is full, or it has other trouble with it. */
        public static final int CANNOT_STORE = 507;

        private static final int NETWORK_WANTS_SIGN_IN = 511;

        /** A receiver that did not say how long to wait. */
        public Busy(String host, int status) {
            this(host, status, 0);
        }

        /** Whether the answer calls done what was not, or is a network's own: a sign-in page or a filter on the way. */
        public boolean isByAnother() {
            return status >= 200 && status < 400 || status == NETWORK_WANTS_SIGN_IN;
        }
    }

    /** The receiver wants a (new) sign-in. */
    record SignInNeeded(String host) implements ForCoordinator {}

    /** A server wants to know who joins a trial, and says no way to sign in. */
    record NoWayToSignIn(String host) implements ForSupport {}

    /** A sign-in was refused by the person who began it, or took longer than its code holds. */
    record SignInUnfinished(String host) implements ForCoordinator {}

    /** A server does not let this person or workstation join a trial. */
    record NotAdmitted(String host, int status) implements ForSupport {}

    /** The receiver's certificate is not trusted; {@code issuer} names the authority that signed it. */
    record Untrusted(String host, String issuer) implements BadCertificate {}

    /** The receiver's certificate is from a trusted authority, but made out for other names. */
    record CertificateName(String host, String names) implements BadCertificate {}

    /** The receiver's certificate, or one that vouches for it, holds for other days (ISO dates). */
    record CertificateDates(String host, String from, String until) implements BadCertificate {}

    /** The proxy in the settings is none; it is not repeated, as a password may stand in it. */
    record ProxyUnusable() implements ForCoordinator {}

    /**
     * The proxy of this network wants a user and a password, or refuses those that were {@code given}. Only the first
     * passes by waiting: a wrong password that is said again and again may lock the account.
     */
    record ProxySignIn(String proxy, boolean given) implements Problem {
        @Override
        public Remedy remedy() {
            return given ? Remedy.COORDINATOR : Remedy.WAIT;
        }
    }

    /** The proxy of this network gives no way to the receiver, and answers so itself. */
    record ProxyRefuses(String host, int status) implements Passing {}

    /** The receiver refuses for good. */
    record Refused(String host, int status, String reason) implements ForSupport {}

    /** The receiver's receipt does not agree with what was sent, or its signature does not hold. */
    record ReceiptInvalid(String reason) implements ForSupport {}

    /** The receipt is signed by another key than the one this receiver had before, or than the trial names. */
    record ReceiverKeyChanged(String host) implements ForSupport {}

    /**
     * A file or folder cannot be read. As in every problem, a {@code why} or {@code reason} of the program itself is a key
     * ({@code why.damaged}), and so is a place without a path ({@code place.key-store}): see {@code Words.told}.
     */
    record Unreadable(String file, String why) implements ForCoordinator {}

    /** A file or folder cannot be written. */
    record Unwritable(String file, String why) implements ForCoordinator {}

    /** There is no DICOM image among {@code files} files, of which {@code lost} may be images but cannot be read. */
    record NoImages(int files, int lost) implements ForCoordinator {}

    /** A disc or drive that was taken out while it was looked at. */
    record SourceLeft(String place) implements ForCoordinator {}

    /** The disk has no room; sizes in bytes. */
    record DiskFull(long neededBytes, long freeBytes) implements ForCoordinator {}

    /** A file with mistakes, all of them, each with the place where it stands (a JSON path). */
    record BadFile(String file, List<Mistake> mistakes) implements ForSupport {
        public BadFile {
            mistakes = List.copyOf(mistakes);
        }
    }

    /** One mistake in a file. */
    record Mistake(String path, String message) {}

    /** A subject that the trial does not have. */
    record UnknownSubject(String subject, List<String> known) implements ForCoordinator {
        public UnknownSubject {
            known = List.copyOf(known);
        }
    }

    /** A visit that the trial does not have. */
    record UnknownVisit(String visit, List<String> known) implements ForCoordinator {
        public UnknownVisit {
            known = List.copyOf(known);
        }
    }

    /** Something asked for by name that is not there (a submission, a trial, a form field). */
    record Unknown(String kind, String name) implements ForCoordinator {}

    /** A trial that cannot be left yet, because so many of its submissions are not received. */
    record TrialInUse(String trial, long submissions) implements ForCoordinator {}

    /** What was typed is not the key card of this trial and site. */
    record NoKeyCard(String trial, String site) implements ForCoordinator {}

    /** Another key card is refused, as so many submissions went out under the key of this computer. */
    record TrialKeyInUse(String trial, long submissions) implements ForCoordinator {}

    /** A submission or file of the practice trial that would go to a receiver on another computer. */
    record PracticeOnly(String host) implements ForCoordinator {}

    /** Findings that forbid sending, or that need a reason that was not given; each a sentence. */
    record Blocked(List<Phrase> findings) implements ForCoordinator {
        public Blocked {
            findings = List.copyOf(findings);
        }
    }

    /** Images of several people, of which none may be written under the name of one subject; each finding a sentence. */
    record SeveralPeople(List<Phrase> findings) implements ForCoordinator {
        public SeveralPeople {
            findings = List.copyOf(findings);
        }
    }

    /** Images that cannot be made safe to send. */
    record HeldBack(List<HeldImage> images) implements ForCoordinator {
        public HeldBack {
            images = List.copyOf(images);
        }
    }

    /**
     * An image that was held back, by its number in the submission: names of files may be those of patients. {@code
     * reason} names places, never values.
     */
    record HeldImage(int number, Phrase reason) {}

    /** A typed text holds something of the patient; {@code field} is the finding or question it answers, or a key. */
    record TypedIdentifier(String field, String kind) implements ForCoordinator {
        /** Whether it was typed about a submission that is on its way, not sealed with it. */
        public boolean isBesides() {
            return field.startsWith("place.");
        }
    }

    /** The disc or folder that the images came from is gone or has changed before they were prepared. */
    record SourceGone(int missing, int total) implements ForCoordinator {}

    /** The images that were found are not the ones that were sealed before, so what was lost cannot be made again. */
    record SourceChanged() implements ForCoordinator {}

    /** Sealed parts on this computer are missing or were changed, and where their images came from is not known here. */
    record PartsLost(int lost, int total) implements ForCoordinator {}

    /** What would be sent is not what the receiver was told before: another version made it anew. */
    record PackageDiffers() implements ForCoordinator {}

    /** The hours in which nothing is to be sent; {@code until} is a local date and time at the site. */
    record QuietHours(String until) implements Passing {}

    /** A store of the program was damaged and has been set aside under the given name. */
    record StoreDamaged(String setAside) implements ForSupport {
        /** Whether it held what a person chose, and nothing about submissions. */
        public boolean isSettings() {
            return setAside.startsWith("settings.json");
        }
    }

    /** What this computer knows of submissions was written by a newer version of the program. */
    record StoreNewer() implements ForSupport {}

    /** The program's data folder cannot be written, so what is in it is not seen either; {@code why} is for IT staff. */
    record StoreUnwritable(String folder, String why) implements ForSupport {}

    /** Another TrialCourier works on the same data folder. */
    record AlreadyOpen(String folder) implements ForCoordinator {}

    /** The receiver of this computer cannot have its port: another program has it, or it needs special rights. */
    record PortTaken(int port) implements ForCoordinator {}

    /** Too many wrong PINs in a row; the next one is looked at after so many seconds. */
    record TooManyTries(long seconds) implements ForCoordinator {}

    /** The key store of this computer is locked, and nobody unlocked it. */
    record KeyStoreLocked() implements ForCoordinator {}

    /** The state of a submission does not allow what was asked. */
    record NotNow(String submission, String state, String action) implements ForCoordinator {}

    /** A fault of the program; {@code code} is a short code made from the stack trace. */
    record Unexpected(String code) implements ForSupport {}
}
