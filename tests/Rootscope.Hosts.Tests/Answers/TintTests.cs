using System.Globalization;
using Rootscope.Answers.Pictures;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>Colours of pictures: seen on light and on dark, told apart with two kinds of cones, and the same on the site.</summary>
public class TintTests
{
    /// <summary>What makes a mark or a border visible (WCAG 2.2, 1.4.11). Unit: ratio of luminances.</summary>
    private const double LeastContrast = 3;

    /// <summary>
    /// The least distance of two areas for people who lack one kind of cones, in CIE L*a*b*: some ten times what is just seen side by side.
    /// Forms of marks tell the rest.
    /// </summary>
    private const double LeastDistance = 20;

    private static readonly Tint[] Areas = [Tint.Information, Tint.Energy, Tint.Matter, Tint.Space, Tint.Life];

    /// <summary>Red-blind and green-blind sight of linear RGB: Viénot, Brettel and Mollon (1999).</summary>
    private static readonly double[][][] Sights =
    [
        [
            [0.11238, 0.88762, 0],
            [0.11238, 0.88762, 0],
            [0.00401, -0.00401, 1],
        ],
        [
            [0.29275, 0.70725, 0],
            [0.29275, 0.70725, 0],
            [-0.02234, 0.02234, 1],
        ],
    ];

    [Fact]
    public void Areas_and_words_are_visible_on_both_grounds()
    {
        foreach (Func<Tint, string> ground in new Func<Tint, string>[] { Tints.OnLight, Tints.OnDark })
        {
            Assert.All([.. Areas, Tint.Ink, Tint.Soft], t => Assert.InRange(Contrast(ground(t), ground(Tint.Paper)), LeastContrast, 21));
        }
    }

    [Fact]
    public void Areas_are_told_apart_without_red_or_green_cones_and_each_has_a_form_of_its_own()
    {
        foreach (Func<Tint, string> ground in new Func<Tint, string>[] { Tints.OnLight, Tints.OnDark })
        {
            foreach (double[][] sight in Sights)
            {
                for (int i = 0; i < Areas.Length; i++)
                {
                    foreach (Tint other in Areas[(i + 1)..])
                    {
                        double distance = Distance(Seen(ground(Areas[i]), sight), Seen(ground(other), sight));
                        Assert.True(distance >= LeastDistance, $"{Areas[i]} and {other} are {distance:0.0} apart");
                    }
                }
            }
        }

        Assert.Equal(Tints.AreaIds.Count, Tints.AreaIds.Select(a => Tints.Of(a).Form).Distinct().Count());
    }

    [Fact]
    public void The_site_has_the_same_colours()
    {
        string css = File.ReadAllText(Path.Combine(SourceFolder.Repository(), "src", "Rootscope.Web", "Assets", "site.css"));
        string dark = css.Split("@media (prefers-color-scheme: dark)")[1].Split("}\n}")[0];
        foreach (Tint tint in Enum.GetValues<Tint>())
        {
            string name = tint == Tint.Paper ? "surface" : Tints.WordOf(tint);
            Assert.Contains($"--{name}: {Tints.OnLight(tint)};", css.Split("@media")[0], StringComparison.Ordinal);
            Assert.Contains($"--{name}: {Tints.OnDark(tint)};", dark, StringComparison.Ordinal);
        }
    }

    private static double[] Linear(string hex) =>
        [
            .. Enumerable
                .Range(0, 3)
                .Select(i => int.Parse(hex.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
                .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)),
        ];

    private static double Contrast(string a, string b)
    {
        static double Luminance(double[] c) => (0.2126 * c[0]) + (0.7152 * c[1]) + (0.0722 * c[2]);
        (double first, double second) = (Luminance(Linear(a)), Luminance(Linear(b)));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double[] Seen(string hex, double[][] sight)
    {
        double[] rgb = Linear(hex);
        double[] seen = [.. sight.Select(row => Math.Max(0, (row[0] * rgb[0]) + (row[1] * rgb[1]) + (row[2] * rgb[2])))];
        double x = ((0.4124 * seen[0]) + (0.3576 * seen[1]) + (0.1805 * seen[2])) / 0.9505;
        double y = (0.2126 * seen[0]) + (0.7152 * seen[1]) + (0.0722 * seen[2]);
        double z = ((0.0193 * seen[0]) + (0.1192 * seen[1]) + (0.9505 * seen[2])) / 1.089;
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);
        return [(116 * F(y)) - 16, 500 * (F(x) - F(y)), 200 * (F(y) - F(z))];
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
}
