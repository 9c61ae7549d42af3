package org.portfolioledger.ledger.proof;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tiles of the tree in the database of the ledger. */
final class TreeTable implements Tiles.Source {

    private final JdbcClient jdbc;

    TreeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<byte[]> tile(int level, long number) {
        return jdbc.sql("select hashes from proof.tile where level = ? and number = ?")
                .params(level, number)
                .query(byte[].class)
                .optional();
    }

    /**
     * Keeps tiles in the surrounding transaction.
     *
     * @throws TreeNotSound if one that is there does not begin what would take its place
     */
    void keep(List<TreeEdge.Grown> grown) {
        for (TreeEdge.Grown tile : grown) {
            int kept = jdbc.sql("""
                            insert into proof.tile as t (level, number, hashes) values (:level, :number, :hashes)
                            on conflict (level, number) do update set hashes = excluded.hashes
                            where substring(excluded.hashes from 1 for octet_length(t.hashes)) = t.hashes""")
                    .param("level", tile.level())
                    .param("number", tile.number())
                    .param("hashes", tile.hashes())
                    .update();
            if (kept != 1)
                throw new TreeNotSound("tile " + tile.number() + " of level " + tile.level()
                        + " of the tree holds other leaves than the ledger: one of them was changed");
        }
    }
}
