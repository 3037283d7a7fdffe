using CsCheck;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Matching;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Storage.Screening;

namespace Rootscope.Tests.Screening;

/// <summary>
/// The lists themselves, as others keep them for tests (moov-io/watchman, opensanctions/yente), and what the index finds in them.
/// </summary>
public class PublishedListTests
{
    private const double LeastTypoRecall = 0.995;
    private const double LeastNoisyRecall = 0.99;
    private const double MostAlerts = 0.005;

    private static readonly Lazy<StoredList> Sdn = new(() => Read("sdn", false, "sdn.csv", "alt.csv", "add.csv"));

    [Fact]
    public void The_sdn_list_passes_its_own_check()
    {
        Assert.Equal(8976, Sdn.Value.List.Records.Count);
        Assert.Contains(Sdn.Value.List.Records.SelectMany(r => r.Names), n => n.Role == NameRole.WeakAlias);
    }

    [Fact]
    public void The_list_of_the_security_council_passes_its_own_check()
    {
        string path = SharedData.Require("data", "screening", "watchman", "UN_consolidated.xml");
        StoredList list = Stored("un", new ListChoice(), path);
        Assert.Equal(1003, list.List.Records.Count);
        Assert.Equal("2026-02-27", list.List.Source.Date);
    }

    [Fact]
    public void One_letter_wrong_loses_hardly_any_listed_name()
    {
        var index = new ScreeningIndex([Sdn.Value.List]);
        var random = new PCG(20260131);
        int asked = 0;
        int found = 0;
        foreach (
            (ScreeningRecord record, ListedName name) in Sdn
                .Value.List.Records.SelectMany(r => r.Names.Select(n => (r, n)))
                .Where((_, i) => i % 12 == 0)
        )
        {
            if (Typo(name.Text, random) is { } typo)
            {
                asked++;
                found += index.Candidates(typo, 0.7).Any(c => c.Record == record) ? 1 : 0;
            }
        }

        Assert.InRange((double)found / asked, LeastTypoRecall, 1);
        Assert.True(asked > 1500, $"only {asked} names");
    }

    [Fact]
    public void Noisy_forms_of_listed_people_are_found_and_made_up_people_are_not()
    {
        string[] listed = Names("positives_un_untreated.csv");
        string[] noisy = Names("positives_un_treated.csv");
        var list = new ScreeningList(
            new ListSource("un", "plain", "yente", string.Empty, new string('0', 64)),
            [.. listed.Select((n, i) => new ScreeningRecord($"{i}", RecordKind.Person, [new ListedName(n, NameRole.Primary)]))]
        );
        var index = new ScreeningIndex([list]);
        var options = new ScreeningOptions { MostHits = 1000 };
        int found = noisy.Where((n, i) => index.Find(n, options).Hits.Any(h => h.Record.Id == $"{i}")).Count();
        Assert.InRange((double)found / noisy.Length, LeastNoisyRecall, 1);
        string[] made = [.. Names("negatives_global.csv").Concat(Names("negatives_us.csv")).Where((_, i) => i % 50 == 0)];
        int alerts = made.Count(n => index.Find(n, options).Hits.Count > 0);
        Assert.InRange((double)alerts / made.Length, 0, MostAlerts);
    }

    /// <summary>The name with a letter left out, put in, changed or exchanged with the next; null where it has fewer than four.</summary>
    private static string? Typo(string name, PCG random)
    {
        int[] letters = [.. Enumerable.Range(0, name.Length).Where(i => char.IsAsciiLetter(name[i]))];
        if (letters.Length < 4)
        {
            return null;
        }

        int at = letters[random.Next((uint)letters.Length)];
        char letter = (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, letter.ToString()),
            2 => name[..at] + letter + name[(at + 1)..],
            _ => at + 1 < name.Length ? name[..at] + name[at + 1] + name[at] + name[(at + 2)..] : name.Remove(at, 1),
        };
    }

    private static string[] Names(string file)
    {
        using var reader = Sylvan.Data.Csv.CsvDataReader.Create(
            SharedData.Require("data", "screening", "yente_candidate_generation", file)
        );
        List<string> names = [];
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return [.. names];
    }

    private static StoredList Read(string layout, bool isPartial, params string[] files) =>
        Stored(
            layout,
            new ListChoice { IsPartial = isPartial },
            [.. files.Select(f => SharedData.Require("data", "screening", "watchman", "bench", f))]
        );

    private static StoredList Stored(string layout, ListChoice choice, params string[] files) =>
        new ScreeningStore(Path.GetTempPath()).ReadFiles(
            ListLayouts.Find(layout),
            layout,
            files,
            choice,
            TestContext.Current.CancellationToken
        );
}
