using System.Globalization;
using Rootscope.Tests.Conventions;

namespace Rootscope.Tests.Published;

/// <summary>
/// R&amp;D over value added by division, against the table as printed: Galindo-Rueda and Verger (2016), OECD STI Working Papers 2016/04,
/// reprinted in Science and Engineering Indicators 2024 (NSB-2024-7, technical appendix, table SAKTI-1).
/// </summary>
public class ResearchSharesTests
{
    /// <summary>Codes or ranges of ISIC 4 with percent of value added, in the order of the print.</summary>
    private const string Printed =
        "303 31.69; 21 27.98; 26 24.05; 252 18.87; 29 15.36; 325 9.29; 28 7.89; 20 6.52; 27 6.22; 302 5.72; 304 5.72; 309 5.72; 22 "
        + "3.58; 301 2.99; 32 2.85; 23 2.24; 24 2.07; 33 1.93; 13 1.73; 15 1.65; 17 1.58; "
        + "10-12 1.44; 14 1.40; 25 1.19; 19 1.17; 31 1.17; 16 0.70; 18 0.67; 72 30.39; 582 28.94; 62-63 5.92; 69-71 1.76; 73-75 1.76; "
        + "61 1.45; 05-09 0.80; 581 0.57; 64-66 0.38; 35-39 0.35; 59-60 0.32; 45-47 0.28; "
        + "01-03 0.27; 41-43 0.21; 77-82 0.18; 90-93 0.11; 49-53 0.08; 55-56 0.02; 68 0.01";

    [Fact]
    public void Every_share_is_the_one_in_print()
    {
        Dictionary<string, double> printed = Printed
            .Split("; ")
            .SelectMany(entry =>
            {
                string[] words = entry.Split(' ');
                int[] ends = [.. words[0].Split('-').Select(w => int.Parse(w, CultureInfo.InvariantCulture))];
                int length = words[0].Split('-')[0].Length;
                return Enumerable
                    .Range(ends[0], ends[^1] - ends[0] + 1)
                    .Select(code =>
                        (
                            Code: code.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0'),
                            Share: double.Parse(words[1], CultureInfo.InvariantCulture)
                        )
                    );
            })
            .ToDictionary(p => p.Code, p => p.Share);
        Dictionary<string, double> used = File.ReadLines(Path.Combine(Repository.Root, "eng", "traits", "isic4-research.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));
        Assert.Equal(printed.OrderBy(p => p.Key, StringComparer.Ordinal), used.OrderBy(p => p.Key, StringComparer.Ordinal));
    }
}
