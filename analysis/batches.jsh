// Full batch against minibatches, on handwritten digits: many cheap noisy steps, or few exact ones?
//   bin/hesse shell analysis/batches.jsh

// 1797 images of 8 x 8 pixels, ten classes; softmax regression, whose loss is a mean over the images plus an L2 term.
var digits = StandardExperiments.digits()
System.out.println(digits.description())

// A step on a minibatch of 32 costs 32/1797 of a step on all images. So what is compared is what was paid: a data pass
// is one gradient of all 1797 terms, however it was spent. Every method gets 8 of them, and three seeds.
var c = compare(digits).with("lbfgs", "gd:rate=1", "adam:rate=0.01").batches(FULL, 32, 256).seeds(3).passes(8).run()
System.out.println(c)
show(c)

// What it shows. With so few passes minibatches win, for every method here: on the full batch a pass buys one step, at 32
// it buys 57.
for (Summary s : c.summaries()) {
    System.out.printf(Locale.ROOT, "%-16s %-13s F - F* = %.1e%n", s.entry().label(), s.regime(), s.finalExcess().median());
}

// Now give L-BFGS on the full batch the passes that it needs, and the others the same.
var longer = compare(digits).with("lbfgs", "adam:rate=0.01").batches(FULL, 32).passes(120).run()
show(longer)
// L-BFGS on the full batch reaches F*. Adam at a constant rate stops getting better: its noise does not die out. And
// L-BFGS on minibatches, so good at first, ends no nearer than after 8 passes, and often farther: what it learns from a
// batch of 32 is the curvature of that batch, and long steps along it follow the noise.

// A rate that falls lets the noise die out. A schedule is part of the method: here down to 0 within the 30 passes.
var steady = new Adam(0.01)
var fading = new Adam(Schedule.cosine(0.01, 30, Unit.EPOCHS), 0.9, 0.999, 1e-8, true)
show(compare(digits).with(steady, fading).batches(32).passes(30).run())
