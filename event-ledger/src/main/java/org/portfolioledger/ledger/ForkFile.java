package org.portfolioledger.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a fork has settled, in files without a name. What is held of it in memory does not grow with it: entries are chained
 * by what they are looked up by, and only the end of each chain is held, in a table of one size. For one thread.
 */
final class ForkFile implements Closeable {

    /** As many chains: with more entries, chains get longer. */
    private static final int CHAINS = 1 << 20;

    /** Hash, place of the entry before it in its chain plus one, and length. */
    private static final int HEADER = 2 * Long.BYTES + Integer.BYTES;

    /** As much is read at once of an entry; most are shorter. */
    private static final int USUAL = 2_048;

    private final FileChannel entries;
    private final FileChannel places;
    private final long[] ends = new long[CHAINS];
    private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream();
    private final ByteArrayOutputStream unwrittenPlaces = new ByteArrayOutputStream();
    private long written;
    private long facts;

    private ForkFile(FileChannel entries, FileChannel places) {
        this.entries = entries;
        this.places = places;
    }

    static ForkFile create() {
        try {
            FileChannel entries = nameless();
            try {
                return new ForkFile(entries, nameless());
            } catch (IOException fault) {
                entries.close();
                throw fault;
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static FileChannel nameless() throws IOException {
        Path path = Files.createTempFile("fork", ".facts");
        try {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            // What is open stays readable, and nothing is left behind, however this process ends.
            Files.delete(path);
        }
    }

    /** How many facts it holds. */
    long facts() {
        return facts;
    }

    /** Adds facts in the order of their positions, which follow those that it holds. */
    void add(StoredEvent fact) {
        long place = put(ofStream(fact.stream()), factBytes(fact));
        unwrittenPlaces.writeBytes(
                ByteBuffer.allocate(Long.BYTES).putLong(place).array());
        facts++;
    }

    void add(StoredCommand command) {
        put(ofCommand(command.command()), commandBytes(command));
    }

    /** Notes that a fact of a stream rests on it that another holds nothing. */
    void addAsking(String absent, String register, String stream) {
        put(ofAsking(absent, register), text(absent + "\n" + register + "\n" + stream));
    }

    /** Writes what was added since it was called last. Nothing is looked up before. */
    void write() {
        try {
            write(entries, written, unwritten);
            written += unwritten.size();
            unwritten.reset();
            write(places, facts * Long.BYTES - unwrittenPlaces.size(), unwrittenPlaces);
            unwrittenPlaces.reset();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void write(FileChannel file, long at, ByteArrayOutputStream bytes) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
        while (all.hasRemaining()) file.write(all, at + all.position());
    }

    /** The facts of a stream in their order. */
    List<StoredEvent> stream(String stream) {
        List<StoredEvent> facts = new ArrayList<>();
        walk(ofStream(stream), bytes -> {
            StoredEvent fact = fact(bytes);
            if (fact.stream().equals(stream)) facts.addFirst(fact);
            return true;
        });
        return facts;
    }

    /** The last sequence of a stream; {@link Guard#EMPTY} if it holds nothing. */
    long lastSequence(String stream) {
        long[] last = {Guard.EMPTY};
        walk(ofStream(stream), bytes -> {
            StoredEvent fact = fact(bytes);
            if (!fact.stream().equals(stream)) return true;
            last[0] = fact.sequence();
            return false;
        });
        return last[0];
    }

    /** The stream of a name, whatever the case of its letters, as it was written first. */
    Optional<String> spelling(String stream) {
        @Nullable String[] first = {null};
        walk(ofStream(stream), bytes -> {
            String name = fact(bytes).stream();
            if (name.equalsIgnoreCase(stream)) first[0] = name;
            return true;
        });
        return Optional.ofNullable(first[0]);
    }

    Optional<StoredCommand> command(CommandKey key) {
        @Nullable StoredCommand[] found = {null};
        walk(ofCommand(key), bytes -> {
            StoredCommand command = command(bytes);
            if (!command.command().equals(key)) return true;
            found[0] = command;
            return false;
        });
        return Optional.ofNullable(found[0]);
    }

    /** The streams of a register with a fact that rests on it that another holds nothing. */
    List<String> askingFor(String absent, String register) {
        String said = absent + "\n" + register + "\n";
        List<String> streams = new ArrayList<>();
        walk(ofAsking(absent, register), bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.startsWith(said)) streams.add(text.substring(said.length()));
            return true;
        });
        return streams;
    }

    /** The fact with a number, from 0. */
    StoredEvent fact(long number) {
        Objects.checkIndex(number, facts);
        long place = read(places, number * Long.BYTES, Long.BYTES).getLong();
        ByteBuffer header = read(entries, place, HEADER);
        return fact(read(entries, place + HEADER, header.getInt(2 * Long.BYTES)).array());
    }

    /** @return where it begins */
    private long put(long hash, byte[] bytes) {
        long place = written + unwritten.size();
        int chain = chain(hash);
        unwritten.writeBytes(ByteBuffer.allocate(HEADER)
                .putLong(hash)
                .putLong(ends[chain])
                .putInt(bytes.length)
                .array());
        unwritten.writeBytes(bytes);
        ends[chain] = place + 1;
        return place;
    }

    /** From the latest entry to the first, until the visitor has enough; some may be of another that has the same hash. */
    private void walk(long hash, Predicate<byte[]> visitor) {
        long next = ends[chain(hash)];
        while (next > 0) {
            long place = next - 1;
            ByteBuffer begin = read(entries, place, (int) Math.min(USUAL, written - place));
            long of = begin.getLong();
            next = begin.getLong();
            int length = begin.getInt();
            if (of != hash) continue;
            byte[] bytes = new byte[length];
            if (length <= begin.remaining()) begin.get(bytes);
            else bytes = read(entries, place + HEADER, length).array();
            if (!visitor.test(bytes)) return;
        }
    }

    private static ByteBuffer read(FileChannel file, long at, int length) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining())
                if (file.read(bytes, at + bytes.position()) < 0)
                    throw new IllegalStateException("the file of a fork ends at " + file.size());
            return bytes.flip();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static int chain(long hash) {
        return (int) (hash & (CHAINS - 1));
    }

    private static long ofStream(String stream) {
        return hash("s" + stream.toLowerCase(Locale.ROOT));
    }

    private static long ofCommand(CommandKey key) {
        return hash("c" + key.actor() + "\n" + key.key());
    }

    private static long ofAsking(String absent, String register) {
        return hash("a" + register + "\n" + absent);
    }

    /** Of 64 bits, well mixed: few have the same, and whoever looks something up compares the names. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    private static byte[] factBytes(StoredEvent fact) {
        var bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(fact.position());
            out.writeLong(fact.eventId().getMostSignificantBits());
            out.writeLong(fact.eventId().getLeastSignificantBits());
            write(out, text(fact.register()));
            write(out, text(fact.stream()));
            out.writeLong(fact.sequence());
            write(out, text(fact.type()));
            out.writeInt(fact.revision());
            write(out, fact.payload());
            write(out, fact.metadata());
            out.writeLong(fact.effectiveOn().toEpochDay());
            write(out, fact.knownAt());
            write(out, fact.recordedAt());
            write(out, text(fact.command().actor()));
            write(out, text(fact.command().key()));
            write(out, fact.basis());
            write(out, fact.leafHash());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    private static StoredEvent fact(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new StoredEvent(
                    in.readLong(),
                    new UUID(in.readLong(), in.readLong()),
                    text(in),
                    text(in),
                    in.readLong(),
                    text(in),
                    in.readInt(),
                    bytes(in),
                    bytes(in),
                    LocalDate.ofEpochDay(in.readLong()),
                    moment(in),
                    moment(in),
                    new CommandKey(text(in), text(in)),
                    bytes(in),
                    bytes(in));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static byte[] commandBytes(StoredCommand command) {
        var bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, text(command.command().actor()));
            write(out, text(command.command().key()));
            write(out, text(command.fingerprint()));
            write(out, text(command.register()));
            PositionRange positions = command.positions();
            out.writeBoolean(positions != null);
            if (positions != null) {
                out.writeLong(positions.first());
                out.writeLong(positions.last());
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    private static StoredCommand command(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new StoredCommand(
                    new CommandKey(text(in), text(in)),
                    text(in),
                    text(in),
                    in.readBoolean() ? new PositionRange(in.readLong(), in.readLong()) : null);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, Instant moment) throws IOException {
        out.writeLong(moment.getEpochSecond());
        out.writeInt(moment.getNano());
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static Instant moment(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    @Override
    public void close() {
        try {
            try {
                entries.close();
            } finally {
                places.close();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
