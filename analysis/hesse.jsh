// What bin/hesse shell opens its session with. By hand:
//   jshell --class-path target/hesse.jar --startup DEFAULT --startup analysis/hesse.jsh
import static org.hesse.Hesse.*;

import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.Expression;
import org.hesse.autodiff.GenericFunction;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Enclosure;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.autodiff.reverse.ScalarFunction;
import org.hesse.autodiff.reverse.Var;
import org.hesse.autodiff.series.HigherDerivatives;
import org.hesse.census.*;
import org.hesse.census.Network;
import org.hesse.census.Paths;
import org.hesse.compare.*;
import org.hesse.critical.*;
import org.hesse.data.*;
import org.hesse.fit.*;
import org.hesse.lecture.Claim;
import org.hesse.lecture.Lecture;
import org.hesse.method.*;
import org.hesse.method.firstorder.*;
import org.hesse.method.newton.*;
import org.hesse.method.quasinewton.*;
import org.hesse.method.stochastic.*;
import org.hesse.method.wrapper.*;
import org.hesse.objective.*;
import org.hesse.problem.*;
import org.hesse.report.*;
import org.hesse.run.*;
import org.hesse.run.Observer;
import org.hesse.search.*;
