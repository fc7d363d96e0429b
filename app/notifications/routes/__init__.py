"""The routes of notifications, one file per noun."""

from flask import Blueprint

from app.notifications.routes import audience, bell, notifications, reading, unsubscribing, wishes

bp = Blueprint("notifications", __name__)
bp.register_blueprint(audience.bp)
bp.register_blueprint(bell.bp)
bp.register_blueprint(notifications.bp)
bp.register_blueprint(reading.bp)
bp.register_blueprint(unsubscribing.bp)
bp.register_blueprint(wishes.bp)
