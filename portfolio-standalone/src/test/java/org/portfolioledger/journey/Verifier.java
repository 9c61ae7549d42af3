package org.portfolioledger.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.verifier.Main;

/** The verifier of auditors, as a process of its own that has its classes and the JDK, and nothing else of the product. */
final class Verifier {

    private Verifier() {}

    /**
     * What it told.
     *
     * @param exit its exit code
     */
    record Verdict(int exit, String told) {}

    static Verdict verify(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                Path.of(Main.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString(),
                Main.class.getName()));
        line.addAll(List.of(words));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), told);
    }
}
