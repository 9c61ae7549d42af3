package org.portfolioledger.command.web;

import org.portfolioledger.http.Settings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the command half.
 *
 * @param queue how many commands may wait for the ledger before more are sent away
 * @param rememberedFacts how many facts of the streams that were decided on lately are held ready for the next command
 * @param largestImport how large the file of an import may be; while it is taken it lies in the folder for temporary files
 */
@ConfigurationProperties("portfolio-ledger.command")
public record CommandProperties(
        @DefaultValue("1024") int queue,
        @DefaultValue("100000") int rememberedFacts,
        @DefaultValue("1GB") DataSize largestImport) {

    private static final DataSize MEGABYTE = DataSize.ofMegabytes(1);
    private static final DataSize LARGEST = DataSize.ofTerabytes(1);

    /** @throws org.portfolioledger.http.RefusedToStart if one is out of its range */
    public CommandProperties {
        Settings.requireAtLeast("portfolio-ledger.command.queue", queue, 1);
        Settings.requireAtLeast("portfolio-ledger.command.remembered-facts", rememberedFacts, 0);
        Settings.requireBetween("portfolio-ledger.command.largest-import", largestImport, MEGABYTE, LARGEST);
    }
}
