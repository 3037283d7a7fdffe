using Rootscope.Answers.Pictures;
using Rootscope.Web.Addresses;

namespace Rootscope.Web.Figures.Tree;

/// <summary>The drawing of the tree: a trunk, roots below the ground and branches above it, every one named beside its end.</summary>
internal static class TreeDrawing
{
    private const int Steps = 18;
    private const double Taper = 0.35;
    private const double Gap = 8;

    /// <summary>One root or branch.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Value">Its figure in words.</param>
    /// <param name="Weight">How wide it is at the trunk, against the others.</param>
    /// <param name="Tint">Its colour.</param>
    /// <param name="Tip">What it says when touched.</param>
    /// <param name="Address">Its page; null for none.</param>
    private sealed record Limb(string Name, string Value, double Weight, Tint Tint, string Tip, string? Address);

    /// <summary>Where a limb is: from its slot at the trunk to its end.</summary>
    private sealed record Course(double From, double Thick, double To, double Start, double End);

    /// <summary>Draws it for one room.</summary>
    public static Sheet Of(StakeTree tree, SheetFrame frame, PageState state, SheetFormat format, Func<string, string> area)
    {
        Limb[] branches =
        [
            .. tree.Branches.Select(b => new Limb(
                b.Name[state.Tongue],
                StakeWords.Percent(b.Share),
                b.Share,
                Tint.Plain,
                TreeTexts.Tip(b)[state.Tongue],
                b.Address
            )),
        ];
        Limb[] roots =
        [
            .. tree.Roots.Select(r => new Limb(
                r.Name[state.Tongue],
                StakeWords.Percent(r.Mark.AtStakeShare!.Value),
                r.Mark.AtStakeShare!.Value,
                Tints.Of(r.Mark.Area).Tint,
                TreeTexts.Tip(r)[state.Tongue],
                r.Mark.Address
            )),
        ];
        HashSet<string?> areas = [.. tree.Roots.Select(r => r.Mark.Area)];
        return frame.Around(
            format,
            [
                .. Tints
                    .AreaIds.Where(areas.Contains)
                    .Select(a => (area(a), (Func<Spot, Shape>)(at => new BoxShape(Box.Around(at, 5), Tints.Of(a).Tint)))),
            ],
            top => Inside(branches, roots, state, format, top)
        );
    }

    private static (IReadOnlyList<Shape>, double) Inside(Limb[] branches, Limb[] roots, PageState state, SheetFormat format, double top)
    {
        var shapes = new List<Shape>();
        double row = format.SmallSize * (format.IsNarrow ? 3.7 : 3.2);
        double trunk = format.IsNarrow ? 84 : 190;
        double middle = format.Width / 2;
        top = Heading(shapes, TreeTexts.Above[state.Tongue], format, top);
        double crown = top + (Rows(branches) * row) + (row * 0.4);
        double ground = crown + (format.IsNarrow ? 26 : 34);
        shapes.AddRange(Limbs(branches, format, middle, trunk, crown, -row));
        shapes.Add(
            new AreaShape(
                [
                    new(middle - (trunk / 2), crown),
                    new(middle + (trunk / 2), crown),
                    new(middle + (trunk / 2), ground),
                    new(middle - (trunk / 2), ground),
                ],
                Tint.Plain
            )
        );
        shapes.Add(new LineShape(new(format.Margin, ground), new(format.Width - format.Margin, ground), Tint.Soft, 1.5));
        double below = ground;
        shapes.AddRange(Limbs(roots, format, middle, trunk, ground, row));
        below += (Rows(roots) * row) + (row * 0.6);
        return (shapes, Heading(shapes, TreeTexts.Below(state)[state.Tongue], format, below));
    }

    private static double Heading(List<Shape> shapes, string text, SheetFormat format, double top)
    {
        foreach (string line in TextWidth.Wrap(text, format.TextSize, (format.Width - (2 * format.Margin)) / 1.1))
        {
            shapes.Add(TextShape.Below(line, format.Margin, top, format.TextSize, isStrong: true));
            top += format.TextSize * 1.35;
        }

        return top;
    }

    private static int Rows(Limb[] limbs) => (limbs.Length + 1) / 2;

    /// <summary>
    /// The limbs on one side of the trunk, left and right by turns. The first go farthest, from the middle of the trunk, so that none
    /// crosses another.
    /// </summary>
    private static IEnumerable<Shape> Limbs(Limb[] limbs, SheetFormat format, double middle, double trunk, double start, double row)
    {
        double all = limbs.Sum(l => l.Weight);
        if (all <= 0)
        {
            yield break;
        }

        double[] widths = [.. limbs.Select(l => l.Weight / all * trunk)];
        double left = limbs.Select((_, i) => i).Where(i => i % 2 == 0).Sum(i => widths[i]);
        double seam = middle - (trunk / 2) + left;
        double[] used = [0, 0];
        for (int i = 0; i < limbs.Length; i++)
        {
            bool isLeft = i % 2 == 0;
            int place = (limbs.Length - 1 - i) / 2;
            double from = isLeft ? seam - used[0] - (widths[i] / 2) : seam + used[1] + (widths[i] / 2);
            used[i % 2] += widths[i];
            double end = start + ((place + 0.9) * row);
            double reach = (trunk / 2) + (format.IsNarrow ? 10 : 46);
            double to = middle + (isLeft ? -reach : reach);
            var course = new Course(from, widths[i], to, start, end);
            Limb limb = limbs[i];
            yield return new LinkShape(
                limb.Address,
                limb.Tip,
                [new AreaShape(Ribbon(course), limb.Tint), .. Label(limb, course, isLeft, format)],
                IsStop: limb.Address is not null
            );
        }
    }

    /// <summary>The outline of a limb, thinner towards its end: a curve that leaves the trunk upright and arrives level.</summary>
    private static IReadOnlyList<Spot> Ribbon(Course course)
    {
        var one = new List<Spot>();
        var other = new List<Spot>();
        double thinnest = Math.Max(Math.Min(course.Thick, 2), course.Thick * Taper);
        for (int i = 0; i <= Steps; i++)
        {
            double t = (double)i / Steps;
            (double x, double y) = (Bent(course.From, course.From, course.To, t), Bent(course.Start, course.End, course.End, t));
            double dx = Sloped(course.From, course.From, course.To, t);
            double dy = Sloped(course.Start, course.End, course.End, t);
            double length = Math.Sqrt((dx * dx) + (dy * dy));
            double half = (course.Thick + ((thinnest - course.Thick) * t)) / 2;
            one.Add(new Spot(x - (dy / length * half), y + (dx / length * half)));
            other.Add(new Spot(x + (dy / length * half), y - (dx / length * half)));
        }

        other.Reverse();
        return [.. one, .. other];
    }

    private static double Bent(double a, double b, double c, double t) => ((1 - t) * (1 - t) * a) + (2 * t * (1 - t) * b) + (t * t * c);

    private static double Sloped(double a, double b, double c, double t) => (2 * (1 - t) * (b - a)) + (2 * t * (c - b));

    private static IEnumerable<Shape> Label(Limb limb, Course course, bool isLeft, SheetFormat format)
    {
        double x = course.To + (isLeft ? -Gap : Gap);
        double width = isLeft ? x - format.Margin : format.Width - format.Margin - x;
        double size = format.SmallSize;
        TextAnchor anchor = isLeft ? TextAnchor.End : TextAnchor.Start;
        IReadOnlyList<string> lines = TextWidth.Wrap(limb.Name, size, width, mostLines: 2);
        double top = course.End - ((lines.Count + 1) * size * 1.15 / 2);
        foreach (string line in lines)
        {
            yield return TextShape.Below(line, x, top, size, anchor: anchor);
            top += size * 1.15;
        }

        yield return TextShape.Below(limb.Value, x, top, size, Tint.Soft, anchor, isStrong: true);
    }
}
