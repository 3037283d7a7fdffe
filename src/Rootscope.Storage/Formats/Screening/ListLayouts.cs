using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>The layouts of lists that are read.</summary>
public static class ListLayouts
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ListLayout> All { get; } =
    [
        new(
            "csl",
            "the Consolidated Screening List, CSV or JSON",
            "US International Trade Administration",
            8000,
            ["Huawei Technologies Co., Ltd.", "Al-Qaida"],
            CslReader.Read
        ),
        new(
            "sdn",
            "OFAC's SDN list or its other lists, CSV: the list, alternate names (alt), addresses (add)",
            "US Treasury, OFAC",
            5000,
            ["BANCO NACIONAL DE CUBA", "HIZBALLAH"],
            SdnReader.Read
        ),
        new(
            "un",
            "the consolidated list of the Security Council, XML",
            "United Nations Security Council",
            500,
            ["AL-QAIDA"],
            UnReader.Read
        ),
        new(
            "eu",
            "the consolidated financial sanctions list, CSV 1.1 or XML 1.1",
            "European Commission",
            1500,
            ["Al-Qaida"],
            EuReader.Read
        ),
        new(
            "uk",
            "the UK Sanctions List or OFSI's consolidated list, CSV",
            "UK Foreign, Commonwealth and Development Office",
            1500,
            ["AL-QAIDA"],
            UkReader.Read
        ),
        new("dpl", "the Denied Persons List, text with tabs", "US Bureau of Industry and Security", 200, [], DplReader.Read),
        new("ftm", "FollowTheMoney entities, JSON lines", string.Empty, 1, [], FollowTheMoneyReader.Read),
        new(
            "plain",
            "your own: CSV with a column name and, where there are, id, kind, aliases, country, program, address, identifiers, remarks",
            string.Empty,
            1,
            [],
            PlainListReader.Read
        ),
    ];

    /// <summary>The layout of that word.</summary>
    /// <exception cref="UnknownNameException">There is none.</exception>
    public static ListLayout Find(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return All.FirstOrDefault(l => string.Equals(l.Word, word, StringComparison.OrdinalIgnoreCase))
            ?? throw new UnknownNameException(
                "layout of lists",
                word,
                NearestNames.Of(word, All.Select(l => l.Word)),
                $"There are {string.Join(", ", All.Select(l => l.Word))}."
            );
    }
}
