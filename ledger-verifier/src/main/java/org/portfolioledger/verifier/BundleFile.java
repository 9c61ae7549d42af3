package org.portfolioledger.verifier;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The ZIP file of an audit bundle, with the manifest by which its files are read. */
final class BundleFile implements AutoCloseable {

    static final String CHECKPOINT = "checkpoint";
    static final String POLICY = "policy";
    static final String PUBLIC_KEY = "public-key";
    static final String LOG = "log";
    static final String CATALOGUE = "catalogue.json";
    static final String VIEWS = "views/";
    static final String MANIFEST = "manifest.json";

    private static final List<String> BEFORE_VIEWS = List.of(CHECKPOINT, POLICY, PUBLIC_KEY, LOG, CATALOGUE);

    private final String name;
    private final ZipFile zip;
    private final BundleManifest manifest;
    private final Map<String, ListedFile> listed = new HashMap<>();

    private BundleFile(String name, ZipFile zip, BundleManifest manifest) {
        this.name = name;
        this.zip = zip;
        this.manifest = manifest;
        manifest.files().forEach(file -> listed.putIfAbsent(file.name(), file));
    }

    static BundleFile open(String name) throws UnreadableInput {
        ZipFile zip;
        try {
            zip = new ZipFile(InputFile.path(name).toFile());
        } catch (NoSuchFileException e) {
            throw new UnreadableInput("There is no file " + name + ".");
        } catch (IOException e) {
            throw new UnreadableInput(name + " is not a whole ZIP file: " + e.getMessage() + ".");
        }
        try {
            requireNoOverlap(name, zip);
            return new BundleFile(name, zip, manifest(name, zip));
        } catch (UnreadableInput e) {
            close(zip, e);
            throw e;
        }
    }

    private static void close(ZipFile zip, UnreadableInput reason) {
        try {
            zip.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Entries that share bytes would inflate to more than any file of this length can hold. */
    private static void requireNoOverlap(String name, ZipFile zip) throws UnreadableInput {
        try {
            long compressed = 0;
            for (ZipEntry entry : entries(zip))
                compressed = Math.addExact(compressed, Math.max(0, entry.getCompressedSize()));
            if (compressed > Files.size(InputFile.path(name)))
                throw new UnreadableInput("The entries of " + name + " overlap.");
        } catch (ArithmeticException e) {
            throw new UnreadableInput("The entries of " + name + " overlap.");
        } catch (IOException e) {
            throw new UnreadableInput(name + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static BundleManifest manifest(String name, ZipFile zip) throws UnreadableInput {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) throw new UnreadableInput(name + " is not an audit bundle: it has no " + MANIFEST + ".");
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(BundleManifest.LONGEST);
            if (in.read() >= 0) throw new Malformed("it is longer than " + Printable.count(bytes.length, "byte"));
            return BundleManifest.parse(bytes);
        } catch (IOException e) {
            throw new UnreadableInput("The " + MANIFEST + " of " + name + " cannot be read: " + e.getMessage() + ".");
        } catch (Malformed e) {
            throw new UnreadableInput("The " + MANIFEST + " of " + name + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static List<ZipEntry> entries(ZipFile zip) {
        List<ZipEntry> entries = new ArrayList<>();
        zip.entries().asIterator().forEachRemaining(entries::add);
        return entries;
    }

    BundleManifest manifest() {
        return manifest;
    }

    /** Compares which files there are, and in which order, with the format and with the manifest. */
    void checkNames(Report report) {
        List<String> names = entries(zip).stream().map(ZipEntry::getName).toList();
        Set<String> there = Set.copyOf(names);
        Set<String> seen = new HashSet<>();
        int place = 0;
        for (String entry : names) {
            if (!seen.add(entry)) report.fault(FaultKind.FILE, "The bundle holds " + entry + " twice.");
            int own = place(entry);
            if (own < 0) report.fault(FaultKind.FILE, "The bundle holds " + entry + ", which belongs in no bundle.");
            else if (own < place)
                report.fault(FaultKind.FILE, "In the bundle, " + entry + " does not stand in its place.");
            else place = own;
        }
        for (String needed : BEFORE_VIEWS)
            if (!seen.contains(needed)) report.fault(FaultKind.FILE, "The bundle holds no " + needed + ".");
        seen.remove(MANIFEST);
        for (ListedFile file : manifest.files())
            if (!seen.remove(file.name()))
                report.fault(
                        FaultKind.FILE,
                        "The manifest lists " + file.name()
                                + (there.contains(file.name())
                                        ? " twice, or itself."
                                        : ", which the bundle does not hold."));
        for (String entry : seen) report.fault(FaultKind.FILE, "The manifest does not list " + entry + ".");
    }

    private static int place(String entry) {
        if (entry.equals(MANIFEST)) return BEFORE_VIEWS.size() + 1;
        return entry.matches(VIEWS + "[A-Za-z0-9][A-Za-z0-9._-]*[.]json")
                ? BEFORE_VIEWS.size()
                : BEFORE_VIEWS.indexOf(entry);
    }

    /** The files of which only the hash is compared. */
    List<String> opaqueFiles() {
        return entries(zip).stream()
                .map(ZipEntry::getName)
                .distinct()
                .filter(entry -> entry.equals(CATALOGUE) || entry.startsWith(VIEWS))
                .toList();
    }

    /** Does something with the bytes of a file while they are read. */
    @FunctionalInterface
    interface Reading {
        void read(DigestedInput in) throws IOException, Malformed;
    }

    /** Reads a file, if the bundle holds it, and compares its length and hash with the manifest. */
    void read(String file, Report report, Reading reading) throws UnreadableInput {
        ZipEntry entry = zip.getEntry(file);
        if (entry == null) return;
        ListedFile stated = listed.get(file);
        try (InputStream stream = zip.getInputStream(entry)) {
            DigestedInput in = new DigestedInput(stream, stated == null ? Long.MAX_VALUE : stated.bytes());
            reading.read(in);
            in.drain();
            if (stated != null) compare(in, stated, report);
        } catch (Malformed e) {
            report.fault(
                    FaultKind.FILE,
                    "The file " + file + " of the bundle is not what the manifest lists: " + e.getMessage() + ".");
        } catch (ZipException | EOFException e) {
            report.fault(FaultKind.FILE, "The file " + file + " of the bundle is damaged: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new UnreadableInput(name + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static void compare(DigestedInput in, ListedFile stated, Report report) {
        long bytes = in.offset();
        if (bytes != stated.bytes())
            report.fault(
                    FaultKind.FILE,
                    "The file " + stated.name() + " of the bundle has " + Printable.count(bytes, "byte")
                            + "; the manifest states " + stated.bytes() + ".");
        else if (!HexFormat.of().formatHex(in.sha256()).equals(stated.sha256()))
            report.fault(
                    FaultKind.FILE,
                    "The file " + stated.name() + " of the bundle does not have the SHA-256 that the manifest states.");
    }

    /** All of a file; empty if the bundle does not hold it. */
    byte[] bytes(String file, int most, Report report) throws UnreadableInput {
        byte[][] all = {new byte[0]};
        read(file, report, in -> {
            byte[] bytes = new byte[most];
            int length = 0;
            while (!in.isAtEnd()) {
                if (length == most) throw new Malformed("it is longer than " + Printable.count(most, "byte"));
                int here = in.available(most - length);
                in.copy(bytes, length, here);
                length += here;
            }
            all[0] = Arrays.copyOf(bytes, length);
        });
        return all[0];
    }

    @Override
    public void close() throws UnreadableInput {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UnreadableInput(name + " cannot be closed: " + e.getMessage() + ".");
        }
    }
}
