using Rootscope.Screening.Decisions;

namespace Rootscope.Tests.Screening;

/// <summary>A log that was tampered with says so, wherever it was.</summary>
public class DecisionLogTests
{
    private static readonly (List<string> Lines, LogHead Head) Whole = Made(4);

    [Fact]
    public void A_log_as_it_was_written_is_whole()
    {
        var log = DecisionLog.Read(Whole.Lines, Whole.Head);
        Assert.Null(log.Fault);
        Assert.Equal(4, log.Decisions.Count);
        Assert.Equal(Whole.Head, log.Head);
    }

    [Fact]
    public void Every_character_that_changes_is_detected()
    {
        for (int line = 0; line < 4; line++)
        {
            for (int at = 0; at < Whole.Lines[line].Length; at += 3)
            {
                List<string> lines = [.. Whole.Lines];
                char c = lines[line][at];
                lines[line] = string.Concat(lines[line].AsSpan(0, at), c == 'a' ? "b" : "a", lines[line].AsSpan(at + 1));
                Assert.Equal(line + 1, DecisionLog.Read(lines, Whole.Head).Fault?.Line);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_removed_line_is_detected(int line)
    {
        List<string> lines = [.. Whole.Lines];
        lines.RemoveAt(line);
        Assert.Equal(line + 1, DecisionLog.Read(lines, Whole.Head).Fault?.Line);
    }

    [Fact]
    public void A_head_that_is_gone_is_detected_and_a_log_that_never_was_is_whole()
    {
        Assert.Equal(1, DecisionLog.Read(Whole.Lines, LogHead.Missing).Fault?.Line);
        Assert.Null(DecisionLog.Read([], LogHead.Missing).Fault);
    }

    [Fact]
    public void Lines_that_are_all_gone_are_detected() => Assert.Equal(1, DecisionLog.Read([], Whole.Head).Fault?.Line);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    public void Lines_that_changed_places_are_detected(int one, int other)
    {
        List<string> lines = [.. Whole.Lines];
        (lines[one], lines[other]) = (lines[other], lines[one]);
        Assert.Equal(one + 1, DecisionLog.Read(lines, Whole.Head).Fault?.Line);
    }

    [Fact]
    public void A_log_that_was_written_anew_is_detected_by_the_head_that_was_kept() =>
        Assert.Equal(4, DecisionLog.Read(Made(4, note: "forged").Lines, Whole.Head).Fault?.Line);

    [Fact]
    public void A_line_that_was_written_while_the_head_was_not_is_no_fault()
    {
        (List<string> lines, _) = Made(5);
        var log = DecisionLog.Read(lines, Whole.Head);
        Assert.Null(log.Fault);
        Assert.Equal(5, log.Head.Count);
    }

    [Fact]
    public void Nothing_is_added_to_a_broken_log() =>
        Assert.Throws<InvalidOperationException>(() => DecisionLog.Read([], Whole.Head).Append(Decided(1, "n")));

    [Fact]
    public void A_record_that_changed_is_open_again()
    {
        (List<string> lines, LogHead head) = Made(1);
        var log = DecisionLog.Read(lines, head);
        Assert.Equal(DecisionState.Decided, log.StateOf("acme 1", "own", "r1", "hash1").State);
        Assert.Equal(DecisionState.Reopened, log.StateOf("acme 1", "own", "r1", "other").State);
        Assert.Equal(DecisionState.Open, log.StateOf("acme 2", "own", "r1", "hash1").State);
    }

    private static (List<string> Lines, LogHead Head) Made(int count, string note = "why")
    {
        List<string> lines = [];
        LogHead? head = null;
        for (int i = 1; i <= count; i++)
        {
            (string line, head) = DecisionLog.Read(lines, head).Append(Decided(i, note));
            lines.Add(line);
        }

        return (lines, head!);
    }

    private static Decision Decided(int i, string note) =>
        new($"2026-01-0{i}T00:00:00Z", "analyst", $"acme {i}", "own", $"r{i}", $"hash{i}", Verdict.FalsePositive, note + " \"名\"");
}
