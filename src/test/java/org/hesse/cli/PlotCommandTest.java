package org.hesse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotCommandTest {
    private static final String ROSENBROCK = "(1-x)^2 + 100*(y-x^2)^2";

    @TempDir
    private Path dir;

    private CommandLineRun plot(String... more) {
        String[] args = new String[more.length + 2];
        System.arraycopy(more, 0, args, 1, more.length);
        args[0] = "plot";
        args[args.length - 1] = "--out=" + dir.resolve("x.html");
        return CommandLineRun.of(args);
    }

    @Test
    void drawsTheWaysOfMethods() {
        String out = plot(ROSENBROCK, "--box=x=-2:2,y=-1:3", "--methods=lbfgs,gd:rate=1e-3", "--start=-1.2,1")
                .succeeds()
                .out();
        assertThat(out).contains("f(x, y) = ", "lbfgs", "CONVERGED MINIMUM", "gd:rate=0.001", "x.html");
        assertThat(dir.resolve("x.html")).content().contains("lbfgs", "gd:rate=0.001");
        assertThat(dir.resolve("x-paths.csv")).content().contains("\nlbfgs,0,-1.2,1.0,", "\ngd:rate=0.001,10000,");
    }

    @Test
    void aProblemHasItsStartAndItsCriticalPoints() {
        JsonNode json = plot("himmelblau", "--box=x=-5:5,y=-5:5", "--methods=newton", "--json")
                .succeeds()
                .json();
        assertThat(json.get("runs").get(0).get("method").asText()).isEqualTo("newton");
        assertThat(json.get("runs").get(0).get("kind").asText()).isEqualTo("MAXIMUM");
        assertThat(json.get("file").asText()).endsWith("x.html");
        assertThat(dir.resolve("x.html")).content().contains("<title>saddle at x = 3.38515");
    }

    @Test
    void misuseIsNamed() {
        assertThat(plot("himmelblau").err()).contains("--box");
        assertThat(plot("himmelblau", "--box=x=1:0,y=0:1").err()).contains("--box", "x = 1:0");
        assertThat(plot("himmelblau", "--box=x=0:1,z=0:1").err()).contains("--box", "z");
        assertThat(plot("himmelblau", "--box=x=0:0,y=0:1").err()).contains("--box", "wide along x");
        assertThat(plot("x+y+z", "--box=x=0:1,y=0:1").err()).contains("3 variables, expected 2");
        assertThat(plot("x^2+y^2", "--box=x=0:1,y=0:1", "--methods=gd").err()).contains("--start", "x, y");
        assertThat(plot("x^2+y^2", "--box=x=0:1,y=0:1", "--methods=gdd").err()).contains("--methods", "gdd");
        assertThat(dir.resolve("x.html")).doesNotExist();
    }

    @Test
    void doesNotOverwrite() {
        plot("himmelblau", "--box=x=-5:5,y=-5:5").succeeds();
        CommandLineRun again = plot("himmelblau", "--box=x=-5:5,y=-5:5");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("--out", "is not overwritten");
    }
}
