package org.portfolioledger.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.standalone.PortfolioLedgerApplication;

/** The one process on a data folder, in a JVM of its own, as {@code run} starts it. */
final class RunAsUsers implements AutoCloseable {

    private static final String ANSWERS_AT = "Portfolio Ledger answers at ";

    private final OtherJvm jvm;
    private final Path folder;

    private RunAsUsers(OtherJvm jvm, Path folder) {
        this.jvm = jvm;
        this.folder = folder;
    }

    static RunAsUsers on(Path folder, String... words) throws IOException {
        spareTheUnpacking(folder);
        return new RunAsUsers(
                OtherJvm.of(
                        PortfolioLedgerApplication.class,
                        List.of(),
                        Stream.concat(Stream.of("--data=" + folder, "--port=0"), Stream.of(words))
                                .toList()),
                folder);
    }

    /** Lends it the PostgreSQL that the tests unpacked already: that takes longer than all the rest of a first start. */
    static void spareTheUnpacking(Path folder) throws IOException {
        Path unpacked = folder.resolve("binaries").resolve("unpacked");
        if (Files.exists(unpacked) || Files.notExists(LedgerDatabase.UNPACKED)) return;
        try (Stream<Path> all = Files.list(LedgerDatabase.UNPACKED)) {
            for (Path whole :
                    all.filter(each -> Files.exists(each.resolve(".exists"))).toList())
                Files.createSymbolicLink(
                        Files.createDirectories(unpacked).resolve(whole.getFileName()), whole.toRealPath());
        }
    }

    List<String> said() {
        return jvm.said();
    }

    /** Waits until it has said as many such lines, or answers, or ends; says whether it has said them. */
    boolean says(int times, Predicate<String> line) throws InterruptedException {
        return jvm.says(times, line, said -> said.startsWith(ANSWERS_AT));
    }

    /** Waits until it answers. */
    Caller caller() throws InterruptedException {
        return new Caller(jvm.after(ANSWERS_AT));
    }

    int databasePort() throws IOException {
        return Integer.parseInt(Files.readString(folder.resolve("port")).strip());
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        jvm.kill();
    }

    /** PostgreSQL with all its processes, as {@code kill -9} does. */
    void killDatabase() throws IOException {
        Path pid = folder.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(pid)) return;
        List<String> lines = Files.readAllLines(pid);
        if (lines.isEmpty()) return;
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(server -> server.info().command().orElse("").endsWith("postgres"))
                .ifPresent(server -> Stream.concat(Stream.of(server), server.descendants())
                        .toList()
                        .forEach(ProcessHandle::destroyForcibly));
    }

    int exit() throws InterruptedException {
        return jvm.exit();
    }

    /** Lets it end in order. */
    @Override
    public void close() {
        jvm.close();
    }
}
