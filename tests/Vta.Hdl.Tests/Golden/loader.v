// Loader_4, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
//   width = 4
// Generated: change the description instead.
module Loader_4 (
  input  wire       clock,
  input  wire       reset,
  input  wire       start,
  output reg        done,
  output wire       busy,
  output wire [3:0] progress
);

  localparam [1:0] STATE_IDLE = 2'd0;
  localparam [1:0] STATE_RUN = 2'd1;
  localparam [1:0] STATE_DONE = 2'd2;

  reg [1:0] fsm;
  reg [3:0] count;

  assign progress = count;

  always @* begin
    done = 1'b0;
    case (fsm)
      STATE_DONE:
        done = 1'b1;
      default: ;
    endcase
  end

  assign busy = fsm != STATE_IDLE;

  always @(posedge clock) begin
    if (reset) begin
      fsm <= STATE_IDLE;
      count <= 4'd0;
    end else begin
      case (fsm)
        STATE_IDLE:
          if (start) begin
            count <= 4'd0;
            fsm <= STATE_RUN;
          end
        STATE_RUN: begin
          count <= count + 4'd1;
          if (count == 4'd15)
            fsm <= STATE_DONE;
        end
        STATE_DONE:
          fsm <= STATE_IDLE;
        default: ;
      endcase
    end
  end

  `ifndef SYNTHESIS
  always @(posedge clock) begin
    if (!reset)
      assert (fsm != STATE_DONE || count == 4'd0) else $error("the count wraps when the run is over");
  end
  `endif
endmodule
