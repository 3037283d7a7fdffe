using CsCheck;
using Rootscope.Storage.Formats;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Hosts.Tests.Storage.Formats.Files;

/// <summary>Whatever is done to a file, a reader gives a table or an error of Rootscope's own, never a crash.</summary>
public sealed class SpoiltTextTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "",
        ",",
        "\"",
        "\n",
        "-",
        "1e400",
        "NaN",
        "0",
        "01",
        "TIU",
        "F010",
        "F05000",
        "V00100",
        "OUTPUT",
        "USA_c1",
        "_",
        "F",
        "c",
        "\0",
        "\r",
        "é",
        "999999999999",
        "Origin",
        "Code",
        "A",
        " ",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_spoilt_file_never_crashes_a_reader()
    {
        Gen<(int Table, (double At, int Cut, int Piece)[] Changes)> spoils = Gen.Select(
            Gen.Int[0, 4],
            Gen.Select(Gen.Double[0, 1], Gen.Int[0, 12], Gen.Int[0, Pieces.Length - 1]).Array[1, 3]
        );
        spoils.ForAll(
            spoil =>
            {
                string[] texts = [SmallTables.Nbs, SmallTables.Wiod, SmallTables.BeaUse, SmallTables.BeaMake, SmallTables.BeaImport];
                texts[spoil.Table] = Spoilt(texts[spoil.Table], spoil.Changes);
                using var folder = new TemporaryFolder();
                string[] files = [.. texts.Select((t, i) => folder.Write($"{i}.csv", t))];
                (string layout, string[] given) = spoil.Table switch
                {
                    0 => ("nbs", files[..1]),
                    1 => ("wiod2013", files[1..2]),
                    _ => ("bea", files[2..]),
                };
                try
                {
                    TableCheck.Of(TableFormats.Known.Read(layout, given, "own", 2011), 1e-4);
                }
                catch (TableException e)
                {
                    Assert.NotEmpty(e.Place);
                    Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
                }
            },
            count: 200
        );
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\r\n")]
    public void Byte_order_marks_and_line_ends_of_other_systems_make_no_difference(string mark, string lineEnd)
    {
        string[] texts = [SmallTables.Nbs, SmallTables.Wiod, SmallTables.BeaUse, SmallTables.BeaMake, SmallTables.BeaImport];
        string[] plain = [.. texts.Select((t, i) => _folder.Write($"plain{i}.csv", t))];
        string[] other =
        [
            .. texts.Select((t, i) => _folder.Write($"other{i}.csv", mark + t.Replace("\n", lineEnd, StringComparison.Ordinal))),
        ];
        Assert.Equal(Hash("nbs", plain[..1]), Hash("nbs", other[..1]));
        Assert.Equal(Hash("wiod2013", plain[1..2]), Hash("wiod2013", other[1..2]));
        Assert.Equal(Hash("bea", plain[2..]), Hash("bea", other[2..]));
    }

    [Fact]
    public void A_reader_stops_when_asked()
    {
        string file = _folder.Write("small_2020.csv", SmallTables.Nbs);
        Assert.Throws<OperationCanceledException>(() =>
            TableFormats.Known.Read("nbs", [file], "own", cancellation: new CancellationToken(canceled: true))
        );
    }

    private static string Hash(string layout, string[] files) => TableFormats.Known.Read(layout, files, "own", 2011).ContentHash;

    private static string Spoilt(string text, (double At, int Cut, int Piece)[] changes)
    {
        foreach ((double at, int cut, int piece) in changes)
        {
            int place = (int)(at * text.Length);
            text = string.Concat(text.AsSpan(0, place), Pieces[piece], text.AsSpan(Math.Min(text.Length, place + cut)));
        }

        return text;
    }
}
