using Rootscope.Answers;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;
using Rootscope.Storage.Parts;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Parts;

public sealed class PartSetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Parts_in_any_order_give_their_rows_in_the_order_of_the_pieces()
    {
        string[] files = [.. new[] { 3, 1, 2 }.Select(n => Written(new WorkShare(n, 3)))];
        Assert.Equal(Enumerable.Range(0, 7).Select(Row), Analyst.Parts(files).Rows());
    }

    [Fact]
    public void More_shares_than_pieces_leave_some_empty()
    {
        string[] files = [.. Enumerable.Range(1, 9).Select(n => Written(new WorkShare(n, 9)))];
        Assert.Equal(Enumerable.Range(0, 7).Select(Row), Analyst.Parts(files).Rows());
    }

    [Fact]
    public void A_part_that_is_missing_is_named_with_the_command_that_makes_it() =>
        Refused(
            [Written(new WorkShare(1, 3)), Written(new WorkShare(2, 3))],
            "is one of 3 parts, and 1 of them is not given: 3/3",
            "'count \"two words\"' with"
        );

    [Fact]
    public void A_part_that_is_there_twice_is_refused()
    {
        string first = Written(new WorkShare(1, 2));
        string again = _folder.PathOf("again.part");
        File.Copy(first, again);
        Refused([first, Written(new WorkShare(2, 2)), again], again, "is part 1/2, and so is", "Give one of the two");
        Refused([first, first], "is given twice");
    }

    [Fact]
    public void Parts_of_a_run_that_was_divided_otherwise_are_refused() =>
        Refused([Written(new WorkShare(1, 2)), Written(new WorkShare(2, 3))], "is one of 3 parts and", "one of 2");

    [Fact]
    public void A_part_of_another_question_is_refused_with_the_option_that_differs() =>
        Refused(
            [Written(new WorkShare(1, 2)), Written(new WorkShare(2, 2), h => h with { Question = """{"question":"count","by":2}""" })],
            "is of another question",
            "by is 2 here and 1 in"
        );

    [Fact]
    public void A_part_of_other_inputs_is_refused_with_the_input_that_differs() =>
        Refused(
            [
                Written(new WorkShare(1, 2)),
                Written(new WorkShare(2, 2), h => h with { Inputs = [new("network", "cd"), new("firms", "ef")] }),
            ],
            "was made from other inputs",
            "part-1-2.part: network. Give"
        );

    [Fact]
    public void A_part_of_another_version_is_refused_with_both() =>
        Refused(
            [Written(new WorkShare(1, 1), h => h with { Engine = "0.0.9" })],
            "made by rootscope 0.0.9",
            $"this is rootscope {EngineVersion.Text}"
        );

    [Fact]
    public void A_part_that_is_cut_off_anywhere_is_refused()
    {
        byte[] whole = File.ReadAllBytes(Written(new WorkShare(1, 1)));
        for (int length = 1; length < whole.Length; length += 7)
        {
            string cut = _folder.PathOf("cut.part");
            File.WriteAllBytes(cut, whole[..length]);
            Refused([cut], cut);
        }
    }

    [Fact]
    public void A_part_of_which_any_byte_was_changed_is_refused()
    {
        string file = Written(new WorkShare(1, 1));
        byte[] whole = File.ReadAllBytes(file);
        for (int at = 0; at < whole.Length; at += 5)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 1;
            File.WriteAllBytes(file, changed);
            Refused([file], file);
        }

        string text = System.Text.Encoding.UTF8.GetString(whole);
        File.WriteAllText(file, text.Replace("[3,", "[4,", StringComparison.Ordinal));
        Refused([file], "was changed after it was written", "Run that shard again");
    }

    [Fact]
    public void What_is_no_part_is_said_to_be_none() =>
        Refused([_folder.Write("a.csv", "id,sector\n1,2\n")], "is no part of a run", "shard");

    [Fact]
    public void A_file_that_is_not_there_is_said_with_its_neighbours()
    {
        Written(new WorkShare(1, 1));
        UnknownNameException e = Assert.Throws<UnknownNameException>(() => Analyst.Parts([_folder.PathOf("part-1-2.part")]));
        Assert.Equal(["part-1-1.part"], e.Nearest);
    }

    [Fact]
    public void A_part_whose_writing_is_broken_off_leaves_nothing_and_keeps_what_was_there()
    {
        string file = Written(new WorkShare(1, 1));
        byte[] before = File.ReadAllBytes(file);
        IEnumerable<string> Broken()
        {
            yield return Row(0);
            throw new OperationCanceledException();
        }

        Assert.Throws<OperationCanceledException>(() => new WorkPart(Header(new WorkShare(1, 1)), Broken()).Write(file));
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.Equal([file], Directory.GetFiles(_folder.Root));
    }

    private static string Row(int piece) => $"[{piece},{piece / 3.0:R}]";

    private static PartHeader Header(WorkShare share) =>
        new()
        {
            Engine = EngineVersion.Text,
            Question = """{"question":"count","by":1}""",
            Inputs = [new("network", "ab"), new("firms", "ef")],
            Command = ["count", "two words"],
            Work = "firms",
            Pieces = 7,
            Share = share,
        };

    private string Written(WorkShare share, Func<PartHeader, PartHeader>? with = null)
    {
        PartHeader header = Header(share);
        string file = _folder.PathOf($"part-{share.Number}-{share.Of}.part");
        new WorkPart((with ?? (h => h))(header), Enumerable.Range(header.Range.First, header.Range.Count).Select(Row)).Write(file);
        return file;
    }

    private static void Refused(string[] files, params string[] words)
    {
        TableException e = Assert.Throws<TableException>(() => Analyst.Parts(files).Rows().Count());
        Assert.All(words, w => Assert.Contains(w, e.Message, StringComparison.Ordinal));
    }
}
